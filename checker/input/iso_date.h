#ifndef CLAIMCHECK_CHECKER_INPUT_ISO_DATE_H_
#define CLAIMCHECK_CHECKER_INPUT_ISO_DATE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace claimcheck {

// True for 2024-06-18, 2024-06-18T04:30, with seconds, a fraction, a zone.
// Days and hours that do not exist are none.
bool IsIsoDate(absl::string_view text);

// A date as files of news write it, in ISO 8601: "2024-06-18 04:30:00",
// "20240618T043000Z", "20240618", "Tue, 18 Jun 2024 04:30:00 GMT".  "" when it
// is none of these.
std::string NormaliseDate(absl::string_view text);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_ISO_DATE_H_
