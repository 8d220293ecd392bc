// A libFuzzer target: what our reader and protobuf's both accept has one meaning,
// and our writer and reader bring it round.  Build it with
// --config=fuzz.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "checker/input/json_reader.h"
#include "checker/report/json_writer.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/base/text_proto.h"
#include "google/protobuf/util/json_util.h"

namespace {

void Require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  claimcheck::SilenceProtobufLogging();
  const std::string json(reinterpret_cast<const char*>(data), size);
  claimcheck::v1::CheckRequest ours;
  const absl::Status status = claimcheck::ReadJson(json, 64, &ours);
  if (!status.ok()) {
    Require(status.message().find('\n') == absl::string_view::npos,
            "an error of two lines");
    return 0;
  }
  // Theirs refuses unknown keys here: skipping them, it takes {"":{}} wrongly.
  claimcheck::v1::CheckRequest theirs;
  if (google::protobuf::util::JsonStringToMessage(json, &theirs).ok()) {
    Require(ours.SerializeAsString() == theirs.SerializeAsString(),
            "another meaning");
  }
  std::string out;
  claimcheck::AppendJson(ours, /*indented=*/size % 2 == 0, &out);
  claimcheck::v1::CheckRequest back;
  Require(claimcheck::ReadJson(out, 64, &back).ok(), "does not read its own");
  Require(back.SerializeAsString() == ours.SerializeAsString(),
          "reads its own otherwise");
  return 0;
}
