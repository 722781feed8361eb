-- When the owner of an account was last told that somebody gave its password and went no further.

alter table account add column unfinished_told_at timestamptz;
