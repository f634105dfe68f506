-- HR: departments have managers and employees have departments; Oracle's types, named NOT NULLs.

CREATE TABLE regions (
  region_id NUMBER CONSTRAINT region_id_nn NOT NULL,
  region_name VARCHAR2(25),
  CONSTRAINT reg_id_pk PRIMARY KEY (region_id)
);

CREATE TABLE countries (
  country_id CHAR(3) CONSTRAINT country_id_nn NOT NULL,
  country_name VARCHAR2(60),
  region_id NUMBER,
  CONSTRAINT country_c_id_pk PRIMARY KEY (country_id),
  CONSTRAINT countr_reg_fk FOREIGN KEY (region_id) REFERENCES regions (region_id)
) WITHOUT ROWID;

CREATE TABLE locations (
  location_id NUMBER(4) NOT NULL CONSTRAINT loc_id_pk PRIMARY KEY,
  street_address VARCHAR2(40),
  postal_code VARCHAR2(12),
  city VARCHAR2(30) CONSTRAINT loc_city_nn NOT NULL,
  state_province VARCHAR2(25),
  country_id CHAR(3) CONSTRAINT loc_c_id_fk REFERENCES countries (country_id)
);
CREATE INDEX loc_city_ix ON locations (city);

CREATE TABLE departments (
  department_id NUMBER(4) NOT NULL CONSTRAINT dept_id_pk PRIMARY KEY,
  department_name VARCHAR2(30) CONSTRAINT dept_name_nn NOT NULL,
  manager_id NUMBER(6),
  location_id NUMBER(4),
  CONSTRAINT dept_loc_fk FOREIGN KEY (location_id) REFERENCES locations (location_id),
  CONSTRAINT dept_mgr_fk FOREIGN KEY (manager_id) REFERENCES employees (employee_id)
);

CREATE TABLE jobs (
  job_id VARCHAR2(10) NOT NULL PRIMARY KEY,
  job_title VARCHAR2(35) CONSTRAINT job_title_nn NOT NULL,
  min_salary NUMBER(6),
  max_salary NUMBER(6),
  CONSTRAINT job_salary_range CHECK (min_salary <= max_salary),
  CHECK (min_salary IS NULL OR min_salary > 0)
);

CREATE TABLE employees (
  employee_id NUMBER(6) NOT NULL CONSTRAINT emp_emp_id_pk PRIMARY KEY,
  first_name VARCHAR2(20),
  last_name VARCHAR2(25) CONSTRAINT emp_last_name_nn NOT NULL,
  email VARCHAR2(25) CONSTRAINT emp_email_nn NOT NULL,
  phone_number VARCHAR2(20),
  hire_date DATE CONSTRAINT emp_hire_date_nn NOT NULL,
  job_id VARCHAR2(10) CONSTRAINT emp_job_nn NOT NULL,
  salary NUMBER(8,2),
  commission_pct NUMBER(2,2),
  manager_id NUMBER(6),
  department_id NUMBER(4),
  CONSTRAINT emp_salary_min CHECK (salary > 0),
  CONSTRAINT emp_commission CHECK (commission_pct IS NULL OR commission_pct BETWEEN 0 AND 0.99),
  CONSTRAINT emp_email_uk UNIQUE (email),
  CONSTRAINT emp_not_own_manager CHECK (manager_id IS NULL OR manager_id != employee_id),
  CONSTRAINT emp_dept_fk FOREIGN KEY (department_id) REFERENCES departments,
  CONSTRAINT emp_job_fk FOREIGN KEY (job_id) REFERENCES jobs (job_id),
  CONSTRAINT emp_manager_fk FOREIGN KEY (manager_id) REFERENCES employees
);
CREATE INDEX emp_name_ix ON employees (last_name, first_name);
CREATE UNIQUE INDEX emp_email_upper_ix ON employees (upper(email));

CREATE TABLE job_history (
  employee_id NUMBER(6) CONSTRAINT jhist_employee_nn NOT NULL,
  start_date DATE CONSTRAINT jhist_start_date_nn NOT NULL,
  end_date DATE CONSTRAINT jhist_end_date_nn NOT NULL,
  job_id VARCHAR2(10) CONSTRAINT jhist_job_nn NOT NULL,
  department_id NUMBER(4),
  CONSTRAINT jhist_date_interval CHECK (end_date > start_date),
  CONSTRAINT jhist_emp_id_st_date_pk PRIMARY KEY (employee_id, start_date),
  CONSTRAINT jhist_job_fk FOREIGN KEY (job_id) REFERENCES jobs (job_id),
  CONSTRAINT jhist_emp_fk FOREIGN KEY (employee_id) REFERENCES employees (employee_id),
  CONSTRAINT jhist_dept_fk FOREIGN KEY (department_id) REFERENCES departments (department_id)
);

-- Only somebody who had a department and leaves it gets a row.
CREATE TRIGGER update_job_history AFTER UPDATE OF job_id, department_id ON employees
WHEN OLD.job_id <> NEW.job_id OR OLD.department_id <> NEW.department_id
BEGIN
  INSERT INTO job_history (employee_id, start_date, end_date, job_id, department_id)
  VALUES (OLD.employee_id, OLD.hire_date, date('now'), OLD.job_id, OLD.department_id);
END;

CREATE VIEW emp_details_view AS
SELECT
  e.employee_id, e.first_name, e.last_name, e.salary, d.department_name, j.job_title,
  l.city, l.state_province, c.country_name, r.region_name
FROM employees AS e
JOIN departments AS d ON d.department_id = e.department_id
JOIN jobs AS j ON j.job_id = e.job_id
JOIN locations AS l ON l.location_id = d.location_id
JOIN countries AS c ON c.country_id = l.country_id
JOIN regions AS r ON r.region_id = c.region_id;
