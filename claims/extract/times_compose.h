#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_

#include <cstdint>

#include "claims/extract/times_parts.h"
#include "claims/extract/times_reader.h"

namespace claimcheck {

// True when a time expression may begin at token `i`: a cheap test that nearly
// all tokens fail.
bool MayBeginTime(const TimeReader& reader, uint32_t i);

// The time expression that begins at token `i`: pieces put together ("10 p.m."
// and "Wednesday"), with what modifies them ("early", "about", "ago", "or so").
bool ReadTime(const TimeReader& reader, uint32_t i, TimeParts* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_COMPOSE_H_
