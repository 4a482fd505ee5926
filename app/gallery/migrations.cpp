// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/migrations.h"

namespace haibao::gallery {
namespace {

// Times are milliseconds since 1970 UTC, `changed` of files nanoseconds as the file system gives them. Seeds are the 64
// bits of an unsigned number. Hashes are the 32 bytes of SHA-256 over the whole file.
constexpr const char* pictures = R"sql(
CREATE TABLE model(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE(name, sha256)
) STRICT;

CREATE TABLE picture(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,           -- below the library's folder, with /; absolute where linked
    linked INTEGER NOT NULL DEFAULT 0,
    missing INTEGER,                     -- when it was found missing
    sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    created INTEGER NOT NULL,
    added INTEGER NOT NULL,
    trashed INTEGER,
    stars INTEGER NOT NULL DEFAULT 0 CHECK(stars BETWEEN 0 AND 5),
    label INTEGER NOT NULL DEFAULT 0,
    origin INTEGER NOT NULL DEFAULT 0,
    seed INTEGER,
    model INTEGER REFERENCES model,
    device TEXT NOT NULL DEFAULT '',
    looked INTEGER NOT NULL DEFAULT 0    -- whether table look holds it; -1: its file cannot be decoded
) STRICT;
CREATE INDEX picture_sha256 ON picture(sha256);
CREATE INDEX picture_seed ON picture(seed) WHERE seed IS NOT NULL;
CREATE INDEX picture_not_looked ON picture(id) WHERE looked = 0;
CREATE INDEX picture_trashed ON picture(trashed) WHERE trashed IS NOT NULL;
CREATE INDEX picture_missing ON picture(missing) WHERE missing IS NOT NULL;
-- Holds every column that a search filters by, so that a walk through all pictures by date reads nothing else.
CREATE INDEX picture_by_date ON picture(created, id, stars, label, width, height, model, device, origin, missing, seed)
    WHERE trashed IS NULL;
CREATE INDEX picture_by_stars ON picture(stars, created, id) WHERE trashed IS NULL;
CREATE INDEX picture_by_size ON picture(width * height, created, id) WHERE trashed IS NULL;

-- What is long: kept away from the rows that lists walk through.
CREATE TABLE picture_text(
    picture INTEGER PRIMARY KEY REFERENCES picture ON DELETE CASCADE,
    prompt TEXT NOT NULL,
    negative TEXT NOT NULL,
    titles TEXT NOT NULL,                -- the words on the picture, one title a line
    note TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL,              -- JSON: the generation record, or what the other program wrote
    words TEXT NOT NULL,                 -- folded: what words are searched in
    title_words TEXT NOT NULL            -- folded: what text: is searched in
) STRICT;

-- Both can be made again from picture_text. Trigrams find three characters and more, the grams one and two.
CREATE VIRTUAL TABLE picture_trigrams USING fts5(words, titles, content='', contentless_delete=1, tokenize='trigram');
CREATE VIRTUAL TABLE picture_grams USING fts5(words, titles, content='', contentless_delete=1, tokenize='ascii', detail='column');

CREATE TABLE visual_tokens(
    picture INTEGER PRIMARY KEY REFERENCES picture ON DELETE CASCADE,
    count INTEGER NOT NULL,
    data BLOB NOT NULL                   -- zlib of 32-bit little-endian numbers
) STRICT;

-- 256 pictures a row, by id: palette and descriptor (look.h). A scan of all of them reads few rows.
CREATE TABLE look(
    block INTEGER PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE tag(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE picture_tag(
    tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
    picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
    PRIMARY KEY(tag, picture)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_tag_picture ON picture_tag(picture, tag);

CREATE TABLE album(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    query TEXT,                          -- a smart album: a saved search
    created INTEGER NOT NULL
) STRICT;
CREATE TABLE album_picture(
    album INTEGER NOT NULL REFERENCES album ON DELETE CASCADE,
    picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY(album, picture)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_picture_picture ON album_picture(picture, album);

-- Where a picture comes from. The hash stays when the parent is not, or no longer, in the library.
CREATE TABLE parent(
    picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    parent INTEGER REFERENCES picture ON DELETE SET NULL,
    sha256 BLOB,
    PRIMARY KEY(picture, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX parent_parent ON parent(parent) WHERE parent IS NOT NULL;
CREATE INDEX parent_sha256 ON parent(sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE poster(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE TABLE poster_picture(
    poster INTEGER NOT NULL REFERENCES poster ON DELETE CASCADE,
    picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
    PRIMARY KEY(poster, picture)
) STRICT, WITHOUT ROWID;
CREATE INDEX poster_picture_picture ON poster_picture(picture);

CREATE TABLE export(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    picture INTEGER REFERENCES picture ON DELETE SET NULL,
    poster INTEGER REFERENCES poster ON DELETE SET NULL,
    file TEXT NOT NULL,
    preset TEXT NOT NULL,
    format TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    made INTEGER NOT NULL
) STRICT;
CREATE INDEX export_picture ON export(picture) WHERE picture IS NOT NULL;
CREATE INDEX export_poster ON export(poster) WHERE poster IS NOT NULL;

-- Folders below pictures/ as the last sweep left them.
CREATE TABLE folder(
    path TEXT PRIMARY KEY,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files that were looked at without becoming a row of their own: imported ones, duplicates, broken ones.
CREATE TABLE seen_file(
    path TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    picture INTEGER REFERENCES picture ON DELETE CASCADE,
    problem TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_file_picture ON seen_file(picture) WHERE picture IS NOT NULL;
)sql";

// Written by Queue (app/generate/queue.h). Times are milliseconds since 1970, 0 = not yet.
constexpr const char* queue = R"sql(
CREATE TABLE job(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK(state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'quarantined')),
    position INTEGER NOT NULL,           -- the order of work
    request TEXT NOT NULL,               -- haibao.request/1
    label TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    deaths INTEGER NOT NULL DEFAULT 0,         -- of the worker since the job last got further
    interruptions INTEGER NOT NULL DEFAULT 0,  -- of the whole program, likewise
    reason TEXT NOT NULL DEFAULT '',
    added INTEGER NOT NULL,
    started INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_waiting ON job(state, position, id);

CREATE TABLE job_picture(
    job INTEGER NOT NULL REFERENCES job ON DELETE CASCADE,
    number INTEGER NOT NULL,             -- within the job, from 0
    picture INTEGER REFERENCES picture ON DELETE SET NULL,
    PRIMARY KEY(job, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_picture_picture ON job_picture(picture) WHERE picture IS NOT NULL;

CREATE TABLE queue(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    paused INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''      -- why it paused itself; empty when a person did it
) STRICT;
INSERT INTO queue(id) VALUES(1);
)sql";

// Written by JobProofs (app/proof/queue/job_proofs.h).
constexpr const char* proofs = R"sql(
CREATE TABLE job_proof(
    job INTEGER PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    wish TEXT NOT NULL,                  -- report, replace, retry:N
    first INTEGER,                       -- of another try: the job whose picture is painted again, and the picture in it
    number INTEGER,
    try INTEGER NOT NULL DEFAULT 0,
    results TEXT                         -- what was read on its pictures; NULL until then
) STRICT;
CREATE INDEX job_proof_first ON job_proof(first) WHERE first IS NOT NULL;
)sql";

// Append further steps here, each with a name that says what it brings.
constexpr const char* steps[] = {pictures, queue, proofs};

}  // namespace

sqlite::Migrations migrations() { return steps; }

}  // namespace haibao::gallery
