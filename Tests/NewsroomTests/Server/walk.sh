#!/bin/sh
# Walks through all of Newsroom with curl, on a fresh database. It ends with "done", or at the first
# surprise with what was expected.
set -eu
newsroom=${NEWSROOM_SERVER:-.build/debug/NewsroomServer}
folder=$(mktemp -d)
export NEWSROOM_DATABASE="$folder/newsroom.sqlite" NEWSROOM_MAIL_SPOOL="$folder/mail"
trap 'kill $! 2>/dev/null || true; rm -rf "$folder"' EXIT

surprise() { echo "surprise: $*" >&2; cat "$folder/answer" >&2 || true; exit 1; }

# expect STATUS TEXT CURL'S ARGUMENTS: the answer has this status, and this text in it
expect() {
  status=$1 text=$2
  shift 2
  got=$(curl -s -o "$folder/answer" -w '%{http_code}' "$@") || surprise "curl can't reach $*"
  [ "$got" = "$status" ] || surprise "$got instead of $status from: $*"
  grep -qF -- "$text" "$folder/answer" || surprise "no '$text' from: $*"
}

# wait_for COMMAND: runs it until it succeeds, for 20 seconds
wait_for() {
  for _ in $(seq 200); do if "$@" >/dev/null 2>&1; then return; fi; sleep 0.1; done
  surprise "this came to nothing in 20 seconds: $*"
}

echo "1. Production does not start without its secrets"
if NEWSROOM_ENVIRONMENT=production "$newsroom" serve >"$folder/answer" 2>&1; then
  surprise "it started"
fi
grep -qF "NEWSROOM_TOKEN_KEY is missing" "$folder/answer" || surprise "it does not say why"

echo "2. Seed and serve"
"$newsroom" seed
"$newsroom" serve --port 0 >"$folder/out" 2>"$folder/log" &
wait_for grep -q "serves on" "$folder/out"
url=$(sed -n 's/.*serves on \(http:[^ ]*\) for.*/\1/p' "$folder/out")
api="$url/api"
expect 200 '"status":"ok"' "$url/healthz"

echo "3. Tenants: by header to read, by token to write"
ada="Authorization: Bearer $("$newsroom" token --tenant demo --user ada)"
boss="Authorization: Bearer $("$newsroom" token --tenant demo --user boss --role admin)"
expect 400 'names no tenant' "$api/articles"
expect 404 "no tenant 'nobody'" -H 'X-Tenant: nobody' "$api/articles"
expect 200 'The river is back' -H 'X-Tenant: demo' "$api/articles"
expect 200 '"hasMore":true' -H "$ada" "$api/articles?per=2"
expect 400 'more than one tenant' -H "$ada" -H 'X-Tenant: other' "$api/articles"
expect 401 'needs a token' -H 'X-Tenant: demo' -X POST "$api/articles" -d '{}'
expect 401 'signature is wrong' -H "${ada}A" "$api/articles"

echo "4. Articles and comments"
news='{"authorId": 1, "slug": "news", "title": "News", "body": "Text.", "tags": ["city"]}'
expect 201 '"slug":"news"' -H "$ada" "$api/articles" -d "$news"
id=$(sed 's/.*"id":\([0-9]*\),"publishedAt".*/\1/' "$folder/answer")
expect 409 'choose another slug' -H "$ada" "$api/articles" -d "$news"
expect 422 'title must be' -H "$ada" "$api/articles" \
  -d '{"authorId": 1, "slug": "none", "title": " ", "body": "Text."}'
expect 404 'no article 999' -H "$ada" "$api/articles/999"
expect 200 '"title":"Old news"' -H "$ada" -X PUT "$api/articles/$id" \
  -d '{"title": "Old news", "body": "Text.", "tags": ["city"]}'
expect 201 'Well said.' -H "$ada" "$api/articles/$id/comments" \
  -d '{"author": "Kim", "text": "Well said."}'
expect 200 'Well said.' -H 'X-Tenant: demo' "$api/articles/$id/comments"

echo "5. Subscriptions: paid once, and the invoice is sent"
kim() { echo '{"email": "kim@example.com", "name": "Kim", "plan": "monthly", "card": "'"$1"'"}'; }
expect 402 'was declined' -H "$ada" "$api/subscriptions" -d "$(kim card-declined)"
expect 502 'pays only once' -H "$ada" "$api/subscriptions" -d "$(kim card-unreachable)"
expect 422 'never a card' -H "$ada" "$api/subscriptions" -d "$(kim 4242424242424242)"
expect 201 '"status":"active"' -H "$ada" "$api/subscriptions" -d "$(kim card-1)"
expect 409 'has a subscription already' -H "$ada" "$api/subscriptions" -d "$(kim card-1)"
expect 401 'needs a token' -H 'X-Tenant: demo' "$api/subscriptions"
expect 200 'kim@example.com' -H "$ada" "$api/subscriptions"
wait_for grep -rq "To: kim@example.com" "$folder/mail/new"

echo "6. Webhooks: signed, taken once, in any order"
# event ID TYPE SECOND: what happened to the seeded subscription of tomas@example.com
event() {
  printf '{"id": "%s", "type": "%s", "createdAt": "2026-02-20T10:00:%sZ", "data": ' "$1" "$2" "$3"
  printf '{"subscription": "sub_demo_2", "renewsAt": "2026-03-13T00:00:00Z", "invoice": '
  printf '{"reference": "in_demo_9", "amount": 900, "currency": "EUR"}}}'
}
send() {
  signature=$(printf %s "$1" | "$newsroom" sign)
  expect 200 '"received":true' -H "$signature" "$url/webhooks/payments" --data-raw "$1"
}
canceled=$(event evt_2 subscription.canceled 02)
expect 400 'is not signed' "$url/webhooks/payments" --data-raw "$canceled"
wrong="Newsroom-Signature: t=$(date +%s),v1=$(printf '%064d' 0)"
expect 400 'signature' -H "$wrong" "$url/webhooks/payments" --data-raw "$canceled"
send "$canceled"
send "$canceled"
send "$(event evt_1 subscription.renewed 01)"
all_done() { [ "$("$newsroom" jobs | grep -c "done  process-webhook-event")" = 2 ]; }
wait_for all_done
expect 200 '"status":"canceled"' -H "$ada" "$api/subscriptions/2"
expect 200 '"number":5' -H "$ada" "$api/subscriptions/2"
[ "$("$newsroom" jobs --dead)" = "There are no dead jobs." ] || surprise "there are dead jobs"

echo "7. Audit: for admins, with old and new, never rewritten"
expect 403 'admin' -H "$ada" "$api/audit"
expect 200 'user:ada' -H "$boss" "$api/audit"
expect 200 'system:webhooks' -H "$boss" "$api/audit"
expect 200 '{"new":"Old news","old":"News"}' -H "$boss" "$api/audit"
if command -v sqlite3 >/dev/null; then
  for sql in "DELETE FROM auditEntry" "UPDATE auditEntry SET actor = 'nobody'"; do
    if sqlite3 "$NEWSROOM_DATABASE" "$sql" 2>"$folder/answer"; then surprise "it ran: $sql"; fi
    grep -qF "append-only" "$folder/answer" || surprise "refused for another reason: $sql"
  done
fi

echo "8. Health, and the end"
expect 200 '"deadJobs":0' "$url/healthz"
mv "$NEWSROOM_DATABASE" "$folder/elsewhere"
expect 503 'deleted or replaced' "$url/healthz"
mv "$folder/elsewhere" "$NEWSROOM_DATABASE"
expect 200 '"status":"ok"' "$url/healthz"
kill -TERM $!
wait $! || surprise "exit code $?"
echo "done"
