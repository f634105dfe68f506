-- Redmine: an issue tracker on Rails; polymorphic pairs, nested sets, tokens, settings in JSON.

CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" (
  "key" varchar NOT NULL PRIMARY KEY, "value" varchar,
  "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL
);

CREATE TABLE "users" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "login" varchar DEFAULT '' NOT NULL,
  "hashed_password" varchar(40) DEFAULT '' NOT NULL,
  "salt" varchar(64),
  "firstname" varchar(30) DEFAULT '' NOT NULL,
  "lastname" varchar(255) DEFAULT '' NOT NULL,
  "admin" boolean DEFAULT 0 NOT NULL,
  "status" integer DEFAULT 1 NOT NULL,
  "language" varchar(5) DEFAULT '',
  "type" varchar, -- single-table inheritance
  "created_on" timestamp DEFAULT NULL,
  "last_login_on" datetime DEFAULT NULL,
  "mail_notification" varchar DEFAULT '' NOT NULL,
  "lock_version" integer DEFAULT 0 NOT NULL,
  CONSTRAINT "chk_users_status" CHECK (status IN (0, 1, 2, 3)),
  CONSTRAINT "chk_users_type" CHECK (
    type IN ('User', 'AnonymousUser', 'Group', 'GroupAnonymous', 'GroupNonMember')
  )
);
CREATE UNIQUE INDEX "index_users_on_lower_login" ON "users" (lower("login"));
CREATE INDEX "index_users_on_id_and_type" ON "users" ("id", "type");

CREATE TABLE "email_addresses" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "user_id" integer NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "address" varchar NOT NULL COLLATE NOCASE CHECK ("address" LIKE '%@%'),
  "is_default" boolean DEFAULT 0 NOT NULL,
  "notify" boolean DEFAULT 1 NOT NULL,
  "created_on" datetime NOT NULL,
  "updated_on" datetime NOT NULL
);
CREATE UNIQUE INDEX "index_email_addresses_on_address" ON "email_addresses" ("address");
CREATE UNIQUE INDEX "index_email_addresses_default"
ON "email_addresses" ("user_id") WHERE "is_default" = 1;

CREATE TABLE "tokens" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "user_id" integer DEFAULT 0 NOT NULL REFERENCES "users",
  "action" varchar(30) DEFAULT '' NOT NULL,
  "value" varchar(40) DEFAULT '' NOT NULL CHECK (length("value") = 40),
  "created_on" datetime NOT NULL,
  "updated_on" timestamp
);
CREATE UNIQUE INDEX "tokens_value" ON "tokens" ("value");

CREATE TABLE "groups_users" (
  "group_id" integer NOT NULL REFERENCES "users" ("id"),
  "user_id" integer NOT NULL REFERENCES "users" ("id")
);
CREATE UNIQUE INDEX "groups_users_ids" ON "groups_users" ("group_id", "user_id");

CREATE TABLE "projects" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar DEFAULT '' NOT NULL,
  "description" text,
  "homepage" varchar DEFAULT '',
  "is_public" boolean DEFAULT 1 NOT NULL,
  "parent_id" integer REFERENCES "projects",
  "created_on" timestamp,
  "updated_on" timestamp,
  "identifier" varchar NOT NULL,
  "status" integer DEFAULT 1 NOT NULL CHECK ("status" IN (1, 5, 9, 10)),
  "lft" integer, "rgt" integer,
  "inherit_members" boolean DEFAULT 0 NOT NULL,
  "settings" json DEFAULT '{}' NOT NULL CHECK (json_valid("settings")),
  "default_version_id" integer
    REFERENCES "versions" ("id") ON DELETE SET NULL, -- versions belong to projects
  CONSTRAINT "chk_projects_identifier" CHECK (
    "identifier" GLOB '[a-z]*' AND "identifier" NOT GLOB '*[^a-z0-9_-]*'
  ),
  CONSTRAINT "chk_projects_nested_set" CHECK ("lft" < "rgt")
);
CREATE UNIQUE INDEX "index_projects_on_identifier" ON "projects" ("identifier");
CREATE INDEX "index_projects_on_lft" ON "projects" ("lft");

CREATE TABLE "versions" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "project_id" integer DEFAULT 0 NOT NULL,
  "name" varchar DEFAULT '' NOT NULL,
  "effective_date" date,
  "status" varchar DEFAULT 'open' CHECK ("status" IN ('open', 'locked', 'closed')),
  "sharing" varchar DEFAULT 'none' NOT NULL
    CHECK (sharing IN ('none', 'descendants', 'hierarchy', 'tree', 'system')),
  FOREIGN KEY ("project_id") REFERENCES "projects" ("id"),
  UNIQUE ("project_id", "id")
);
CREATE UNIQUE INDEX "versions_names" ON "versions" ("project_id", lower("name"));

CREATE TABLE "trackers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(30) DEFAULT '' NOT NULL,
  "position" integer DEFAULT NULL,
  "default_status_id" integer NOT NULL REFERENCES "issue_statuses" ("id")
);
CREATE TABLE "issue_statuses" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(30) DEFAULT '' NOT NULL,
  "is_closed" boolean DEFAULT 'f' NOT NULL CHECK ("is_closed" IN ('t', 'f')),
  "position" integer CHECK ("position" >= 1),
  "default_done_ratio" integer
);
CREATE TABLE "projects_trackers" (
  "project_id" integer DEFAULT 0 NOT NULL REFERENCES "projects",
  "tracker_id" integer DEFAULT 0 NOT NULL REFERENCES "trackers",
  PRIMARY KEY ("project_id", "tracker_id")
) WITHOUT ROWID;

CREATE TABLE "enumerations" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(30) DEFAULT '' NOT NULL,
  "position" integer,
  "is_default" boolean DEFAULT 0 NOT NULL,
  "type" varchar NOT NULL
    CHECK ("type" IN ('IssuePriority', 'DocumentCategory', 'TimeEntryActivity')),
  "active" boolean DEFAULT 1 NOT NULL,
  "project_id" integer REFERENCES "projects",
  "parent_id" integer REFERENCES "enumerations"
);
CREATE UNIQUE INDEX "enumerations_default"
ON "enumerations" ("type", ifnull("project_id", 0)) WHERE "is_default" = 1;

CREATE TABLE "issues" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "tracker_id" integer NOT NULL REFERENCES "trackers",
  "project_id" integer NOT NULL REFERENCES "projects",
  "subject" varchar DEFAULT '' NOT NULL,
  "description" text,
  "due_date" date,
  "status_id" integer NOT NULL REFERENCES "issue_statuses",
  "assigned_to_id" integer REFERENCES "users",
  "priority_id" integer NOT NULL REFERENCES "enumerations",
  "fixed_version_id" integer,
  "author_id" integer NOT NULL REFERENCES "users",
  "lock_version" integer DEFAULT 0 NOT NULL,
  "created_on" timestamp, "updated_on" timestamp,
  "start_date" date,
  "done_ratio" integer DEFAULT 0 NOT NULL
    CHECK ("done_ratio" BETWEEN 0 AND 100 AND "done_ratio" % 10 = 0),
  "estimated_hours" float CHECK ("estimated_hours" > 0),
  "parent_id" integer REFERENCES "issues", "root_id" integer REFERENCES "issues",
  "lft" integer, "rgt" integer,
  "is_private" boolean DEFAULT 0 NOT NULL,
  "closed_on" datetime,
  "journals_count" integer DEFAULT 0 NOT NULL,
  -- The version has to be one of the issue's own project.
  FOREIGN KEY ("project_id", "fixed_version_id") REFERENCES "versions" ("project_id", "id"),
  CONSTRAINT "chk_issues_dates" CHECK (due_date IS NULL OR start_date <= due_date),
  CONSTRAINT "chk_issues_lft" CHECK (lft < rgt)
);
CREATE INDEX "index_issues_on_root_id_and_lft_and_rgt" ON "issues" ("root_id", "lft", "rgt");

CREATE TABLE "issue_relations" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "issue_from_id" integer NOT NULL REFERENCES "issues",
  "issue_to_id" integer NOT NULL REFERENCES "issues",
  "relation_type" varchar DEFAULT '' NOT NULL
    CHECK ("relation_type" IN ('relates', 'duplicates', 'blocks', 'precedes', 'copied_to')),
  "delay" integer CHECK ("delay" IS NULL OR "relation_type" = 'precedes'),
  CHECK ("issue_from_id" != "issue_to_id")
);
CREATE UNIQUE INDEX "issue_relations_ids" ON "issue_relations" ("issue_from_id", "issue_to_id");

CREATE TABLE "journals" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "journalized_id" integer DEFAULT 0 NOT NULL,
  "journalized_type" varchar(30) DEFAULT 'Issue' NOT NULL,
  "user_id" integer NOT NULL REFERENCES "users",
  "notes" text,
  "created_on" datetime NOT NULL,
  "updated_on" datetime
);
CREATE TRIGGER "journals_counter" AFTER INSERT ON "journals"
WHEN NEW."journalized_type" = 'Issue'
BEGIN
  UPDATE "issues" SET "journals_count" = "journals_count" + 1 WHERE "id" = NEW."journalized_id";
END;

CREATE TABLE "attachments" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "container_id" integer,
  "container_type" varchar(30),
  "filename" varchar DEFAULT '' NOT NULL,
  "disk_filename" varchar DEFAULT '' NOT NULL UNIQUE,
  "filesize" bigint DEFAULT 0 NOT NULL CHECK (filesize > 0 AND filesize <= 5 * 1024 * 1024),
  "digest" varchar(64) CHECK ("digest" NOT GLOB '*[^0-9a-f]*' AND length("digest") IN (32, 64)),
  "author_id" integer NOT NULL REFERENCES "users",
  CONSTRAINT "chk_both_or_none" CHECK (("container_id" IS NULL) = ("container_type" IS NULL))
);

CREATE TABLE "watchers" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "watchable_type" varchar DEFAULT '' NOT NULL CHECK ("watchable_type" <> ''),
  "watchable_id" integer DEFAULT 0 NOT NULL,
  "user_id" integer REFERENCES "users",
  UNIQUE ("watchable_type", "watchable_id", "user_id")
);

CREATE TABLE "roles" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(255) DEFAULT '' NOT NULL UNIQUE,
  "position" integer, "assignable" boolean DEFAULT 1,
  "permissions" jsonb CHECK (json_valid("permissions") AND json_type("permissions") = 'array')
);

CREATE TABLE "members" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "user_id" integer DEFAULT 0 NOT NULL REFERENCES "users",
  "project_id" integer DEFAULT 0 NOT NULL REFERENCES "projects",
  "created_on" timestamp DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX "index_members_on_user_and_project" ON "members" ("user_id", "project_id");

CREATE TABLE "member_roles" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "member_id" integer NOT NULL REFERENCES "members" ON DELETE CASCADE,
  "role_id" integer NOT NULL REFERENCES "roles",
  "inherited_from" integer REFERENCES "member_roles"
);

CREATE TABLE "time_entries" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "issue_id" integer REFERENCES "issues",
  "user_id" integer NOT NULL REFERENCES "users",
  "hours" float NOT NULL CHECK ("hours" > 0 AND "hours" <= 24),
  "spent_on" date NOT NULL,
  "tyear" integer AS (CAST(strftime('%Y', "spent_on") AS integer)) STORED,
  "tmonth" integer AS (CAST(strftime('%m', "spent_on") AS integer)) STORED,
  CHECK ("tmonth" BETWEEN 1 AND 12)
);

CREATE TRIGGER "issues_touch" AFTER UPDATE OF "subject", "description" ON "issues"
BEGIN
  UPDATE "issues"
  SET "updated_on" = datetime('now'), "lock_version" = "lock_version" + 1
  WHERE "id" = NEW."id";
END;

CREATE VIEW "open_issues" AS
SELECT i.*, s."name" AS "status_name"
FROM "issues" AS i JOIN "issue_statuses" AS s ON s."id" = i."status_id"
WHERE s."is_closed" = 'f';
