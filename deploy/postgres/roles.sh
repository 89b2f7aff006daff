#!/bin/sh
# Run once by the postgres image, on an empty volume: the record and the engine's tables belong to two roles, and
# neither may enter the other's database.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set loive="$(cat /run/secrets/loive_password)" --set temporal="$(cat /run/secrets/temporal_password)" <<'SQL'
create role loive login password :'loive';
create role temporal login password :'temporal';
create database loive owner loive;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database loive, temporal, temporal_visibility from public;
SQL
