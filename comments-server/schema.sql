-- The tables that Waline's SQLite storage expects. Waline writes no timestamps itself: the defaults here
-- set them, in UTC, the time zone that the server runs in.
CREATE TABLE IF NOT EXISTS wl_Comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER,
  insertedAt DATETIME DEFAULT CURRENT_TIMESTAMP,
  comment TEXT,
  mail TEXT,
  nick TEXT,
  ip TEXT,
  link TEXT,
  pid INTEGER,
  rid INTEGER,
  sticky NUMERIC,
  status TEXT NOT NULL DEFAULT '',
  "like" INTEGER,
  ua TEXT,
  url TEXT,
  createdAt DATETIME DEFAULT CURRENT_TIMESTAMP,
  updatedAt DATETIME DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX IF NOT EXISTS comments_by_thread ON wl_Comment (url);

CREATE TABLE IF NOT EXISTS wl_Counter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER,
  reaction0 INTEGER,
  reaction1 INTEGER,
  reaction2 INTEGER,
  reaction3 INTEGER,
  reaction4 INTEGER,
  reaction5 INTEGER,
  reaction6 INTEGER,
  reaction7 INTEGER,
  reaction8 INTEGER,
  url TEXT,
  createdAt DATETIME DEFAULT CURRENT_TIMESTAMP,
  updatedAt DATETIME DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE IF NOT EXISTS wl_Users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  display_name TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  password TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '',
  label TEXT,
  url TEXT,
  avatar TEXT,
  github TEXT,
  twitter TEXT,
  facebook TEXT,
  google TEXT,
  weibo TEXT,
  qq TEXT,
  oidc TEXT,
  huawei TEXT,
  "2fa" TEXT,
  createdAt DATETIME DEFAULT CURRENT_TIMESTAMP,
  updatedAt DATETIME DEFAULT CURRENT_TIMESTAMP
);
