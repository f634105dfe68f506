-- Stack Exchange: questions, answers and votes; STRICT tables, posts that refer to posts, counters.

CREATE TABLE Users (
  Id INTEGER PRIMARY KEY,
  AccountId INTEGER,
  DisplayName TEXT NOT NULL CHECK (length(trim(DisplayName)) BETWEEN 1 AND 40),
  Reputation INTEGER NOT NULL DEFAULT 1 CHECK (Reputation >= 1),
  CreationDate TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  LastAccessDate TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  WebsiteUrl TEXT CHECK (WebsiteUrl LIKE 'http://%' OR WebsiteUrl LIKE 'https://%'),
  Location TEXT,
  AboutMe TEXT,
  Views INTEGER NOT NULL DEFAULT 0,
  UpVotes INTEGER NOT NULL DEFAULT 0,
  DownVotes INTEGER NOT NULL DEFAULT 0,
  EmailHash BLOB CHECK (length(EmailHash) = 16),
  IsModerator INTEGER NOT NULL DEFAULT FALSE CHECK (IsModerator IN (FALSE, TRUE)),
  CHECK (LastAccessDate >= CreationDate)
) STRICT;
CREATE UNIQUE INDEX Users_AccountId ON Users (AccountId) WHERE AccountId IS NOT NULL;

CREATE TABLE Posts (
  Id INTEGER PRIMARY KEY,
  -- 1 is a question, 2 an answer, the rest is for wikis and moderators.
  PostTypeId INTEGER NOT NULL CHECK (PostTypeId BETWEEN 1 AND 8),
  ParentId INTEGER REFERENCES Posts (Id) DEFERRABLE INITIALLY DEFERRED,
  AcceptedAnswerId INTEGER UNIQUE REFERENCES Posts (Id) DEFERRABLE INITIALLY DEFERRED,
  LastRevisionId INTEGER NOT NULL,
  CreationDate TEXT NOT NULL,
  Score INTEGER NOT NULL DEFAULT 0,
  ViewCount INTEGER CHECK (ViewCount IS NULL OR ViewCount >= 0),
  Body TEXT NOT NULL,
  OwnerUserId INTEGER REFERENCES Users (Id) ON DELETE SET NULL,
  OwnerDisplayName TEXT,
  LastActivityDate TEXT NOT NULL,
  ClosedDate TEXT,
  Title TEXT CHECK (Title IS NULL OR length(Title) >= 15 AND length(Title) <= 150),
  Tags TEXT,
  AnswerCount INTEGER NOT NULL DEFAULT 0,
  CommentCount INTEGER NOT NULL DEFAULT 0,
  Year INTEGER AS (CAST(substr(CreationDate, 1, 4) AS INTEGER)) VIRTUAL,
  FOREIGN KEY (LastRevisionId) REFERENCES PostHistory (Id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT only_answers_have_a_parent CHECK (ParentId IS NULL OR PostTypeId = 2),
  CONSTRAINT answers_have_a_parent CHECK (PostTypeId <> 2 OR ParentId IS NOT NULL),
  CONSTRAINT only_questions_accept CHECK (AcceptedAnswerId IS NULL OR PostTypeId = 1),
  CONSTRAINT questions_have_a_title CHECK (NOT (PostTypeId = 1 AND Title IS NULL)),
  CONSTRAINT somebody_wrote_it CHECK (coalesce(OwnerUserId, OwnerDisplayName) IS NOT NULL),
  CONSTRAINT active_after_it_was_written CHECK (LastActivityDate >= CreationDate),
  CONSTRAINT closed_after_it_was_written CHECK (ClosedDate IS NULL OR ClosedDate > CreationDate)
) STRICT;
CREATE INDEX Posts_by_parent ON Posts (ParentId, Score DESC) WHERE ParentId IS NOT NULL;

CREATE TABLE PostHistory (
  Id INTEGER PRIMARY KEY,
  PostHistoryTypeId INTEGER NOT NULL CHECK (PostHistoryTypeId > 0 AND PostHistoryTypeId < 39),
  PostId INTEGER NOT NULL REFERENCES Posts (Id) DEFERRABLE INITIALLY DEFERRED,
  RevisionGUID TEXT NOT NULL UNIQUE CHECK (length(RevisionGUID) = 36),
  CreationDate TEXT NOT NULL,
  UserId INTEGER REFERENCES Users,
  "Text" TEXT,
  Details TEXT CHECK (Details IS NULL OR json_valid(Details))
) STRICT;

CREATE TABLE PostLinks (
  Id INTEGER PRIMARY KEY,
  CreationDate TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S', 'now')),
  PostId INTEGER NOT NULL REFERENCES Posts ON DELETE CASCADE,
  RelatedPostId INTEGER NOT NULL REFERENCES Posts ON DELETE CASCADE,
  LinkTypeId INTEGER NOT NULL CHECK (LinkTypeId IN (1, 3)),
  UNIQUE (PostId, RelatedPostId, LinkTypeId),
  CHECK (PostId <> RelatedPostId)
) STRICT;

CREATE TABLE Comments (
  Id INTEGER PRIMARY KEY,
  PostId INTEGER NOT NULL REFERENCES Posts (Id) ON DELETE CASCADE,
  Score INTEGER NOT NULL DEFAULT 0 CHECK (Score >= 0),
  "Text" TEXT NOT NULL CHECK (length("Text") BETWEEN 15 AND 600),
  CreationDate TEXT NOT NULL,
  -- A user, or the name that is left of one who went away.
  UserId INTEGER REFERENCES Users (Id),
  UserDisplayName TEXT,
  CHECK ((UserId IS NULL) <> (UserDisplayName IS NULL))
) STRICT;

CREATE TABLE VoteTypes (
  Id INTEGER PRIMARY KEY,
  Name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE Votes (
  Id INTEGER PRIMARY KEY,
  PostId INTEGER NOT NULL REFERENCES Posts (Id),
  VoteTypeId INTEGER NOT NULL REFERENCES VoteTypes (Id),
  UserId INTEGER REFERENCES Users (Id),
  CreationDate TEXT NOT NULL CHECK (CreationDate GLOB '[12][0-9][0-9][0-9]-*'),
  BountyAmount INTEGER,
  CONSTRAINT only_bounties_have_an_amount CHECK (BountyAmount IS NULL OR VoteTypeId IN (8, 9)),
  CONSTRAINT bounty_by_fifties CHECK (BountyAmount % 50 = 0 AND BountyAmount BETWEEN 50 AND 500)
) STRICT;
CREATE UNIQUE INDEX one_opinion ON Votes (PostId, UserId) WHERE VoteTypeId IN (2, 3);

CREATE TABLE Badges (
  Id INTEGER PRIMARY KEY,
  UserId INTEGER NOT NULL REFERENCES Users (Id) ON DELETE CASCADE,
  Name TEXT NOT NULL,
  "Date" TEXT NOT NULL,
  Class INTEGER NOT NULL CHECK (Class = 1 OR Class = 2 OR Class = 3),
  TagBased INTEGER NOT NULL CHECK (TagBased = 0 OR TagBased = 1)
) STRICT;
CREATE UNIQUE INDEX named_badge_once ON Badges (UserId, Name) WHERE TagBased = 0;

CREATE TABLE Tags (
  Id INTEGER PRIMARY KEY,
  TagName TEXT NOT NULL COLLATE NOCASE,
  Count INTEGER NOT NULL DEFAULT 0 CHECK (Count >= 0),
  ExcerptPostId INTEGER REFERENCES Posts (Id),
  WikiPostId INTEGER REFERENCES Posts (Id),
  UNIQUE (TagName),
  CHECK (TagName = lower(TagName) AND TagName NOT LIKE '% %' AND length(TagName) <= 35)
) STRICT;

CREATE TABLE PostTags (
  PostId INTEGER NOT NULL REFERENCES Posts (Id) ON DELETE CASCADE,
  TagId INTEGER NOT NULL REFERENCES Tags (Id),
  PRIMARY KEY (PostId, TagId)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tag_added AFTER INSERT ON PostTags
BEGIN
  UPDATE Tags SET Count = Count + 1 WHERE Id = NEW.TagId;
END;

CREATE TRIGGER tag_removed AFTER DELETE ON PostTags
BEGIN
  UPDATE Tags SET Count = Count - 1 WHERE Id = OLD.TagId;
END;

CREATE TRIGGER comment_added AFTER INSERT ON Comments
BEGIN
  UPDATE Posts
  SET CommentCount = CommentCount + 1, LastActivityDate = max(LastActivityDate, NEW.CreationDate)
  WHERE Id = NEW.PostId;
END;

CREATE TRIGGER answer_added AFTER INSERT ON Posts WHEN NEW.PostTypeId = 2
BEGIN
  UPDATE Posts SET AnswerCount = AnswerCount + 1 WHERE Id = NEW.ParentId;
END;

CREATE VIEW Questions AS
SELECT p.Id, p.Title, p.Score, p.AnswerCount, u.DisplayName AS Owner
FROM Posts AS p LEFT JOIN Users AS u ON u.Id = p.OwnerUserId
WHERE p.PostTypeId = 1;

CREATE TRIGGER question_renamed INSTEAD OF UPDATE OF Title ON Questions
BEGIN
  UPDATE Posts SET Title = NEW.Title WHERE Id = NEW.Id;
END;
