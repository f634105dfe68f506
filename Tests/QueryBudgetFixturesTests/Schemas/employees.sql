-- Employees: salaries and titles by period; STRICT tables, keys of two or three columns.

CREATE TABLE employees (
  emp_no INT NOT NULL,
  birth_date TEXT NOT NULL CHECK (birth_date IS date(birth_date)),
  first_name TEXT NOT NULL CHECK (length(first_name) <= 14),
  last_name TEXT NOT NULL CHECK (length(last_name) <= 16),
  gender TEXT NOT NULL CHECK (gender IN ('M', 'F')), -- an ENUM
  hire_date TEXT NOT NULL CHECK (hire_date IS date(hire_date)),
  PRIMARY KEY (emp_no),
  CONSTRAINT born_before_hired CHECK (birth_date < hire_date)
) STRICT;

CREATE TABLE departments (
  dept_no TEXT NOT NULL CHECK (dept_no GLOB 'd[0-9a-z][0-9a-z][0-9a-z]'),
  dept_name TEXT NOT NULL CHECK (length(dept_name) BETWEEN 1 AND 40),
  PRIMARY KEY (dept_no),
  UNIQUE (dept_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE dept_manager (
  emp_no INT NOT NULL,
  dept_no TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  FOREIGN KEY (emp_no) REFERENCES employees (emp_no) ON DELETE CASCADE,
  FOREIGN KEY (dept_no) REFERENCES departments (dept_no) ON DELETE CASCADE,
  PRIMARY KEY (emp_no, dept_no),
  CHECK (from_date <= to_date)
) STRICT;

CREATE TABLE dept_emp (
  emp_no INT NOT NULL REFERENCES employees (emp_no) ON DELETE CASCADE,
  dept_no TEXT NOT NULL REFERENCES departments (dept_no) ON DELETE CASCADE,
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date TEXT NOT NULL DEFAULT '9999-01-01' CHECK (to_date IS date(to_date)),
  PRIMARY KEY (emp_no, dept_no),
  CHECK (from_date <= to_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX dept_emp_dept_no ON dept_emp (dept_no);

CREATE TABLE titles (
  emp_no INT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) <= 50),
  from_date TEXT NOT NULL,
  to_date TEXT, -- none: still held
  FOREIGN KEY (emp_no) REFERENCES employees (emp_no) ON DELETE CASCADE,
  PRIMARY KEY (emp_no, title, from_date),
  CONSTRAINT period CHECK (to_date IS NULL OR to_date >= from_date)
) STRICT;

CREATE TABLE salaries (
  emp_no INT NOT NULL,
  salary INT NOT NULL CHECK (salary > 0),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  monthly REAL NOT NULL GENERATED ALWAYS AS (salary / 12.0) STORED,
  FOREIGN KEY (emp_no) REFERENCES employees (emp_no) ON DELETE CASCADE,
  PRIMARY KEY (emp_no, from_date),
  -- A year at the most, unless it is the one of today.
  CONSTRAINT period CHECK (
    from_date <= to_date
    AND (to_date = '9999-01-01' OR julianday(to_date) - julianday(from_date) <= 366)
  )
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_salary ON salaries (emp_no) WHERE to_date = '9999-01-01';

CREATE VIEW dept_emp_latest_date AS
SELECT emp_no, max(from_date) AS from_date, max(to_date) AS to_date
FROM dept_emp
GROUP BY emp_no;

CREATE VIEW current_dept_emp AS
SELECT l.emp_no, d.dept_no, l.from_date, l.to_date
FROM dept_emp AS d
JOIN dept_emp_latest_date AS l
  ON l.emp_no = d.emp_no AND l.from_date = d.from_date AND l.to_date = d.to_date;
