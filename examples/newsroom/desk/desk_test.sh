#!/bin/sh
# The house's rule and a built-in one both speak.
set -u
status=0
found=$(desk/desk ferry/draft.txt ferry/sources/harbour.txt) || status=$?
echo "$found"
[ $status = 1 ] || { echo "exit code $status instead of 1"; exit 1; }
case $found in
  *"error house.crowd_size: 260 passengers here, 212 passengers in "*) ;;
  *) echo "the house's rule found nothing"; exit 1 ;;
esac
# Without two versions there is nothing to find.
desk/desk ferry/draft.txt | grep -q 'error' && exit 1
exit 0
