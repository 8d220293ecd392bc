// A libFuzzer target: a sheet that reads is written and read back as it was.
// Build it with --config=fuzz.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "checker/report/sheet/csv_cell.h"
#include "checker/report/sheet/sheet_reader.h"
#include "claimcheck/v1/sheet.pb.h"

namespace {

void Require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto sheet = claimcheck::ReadSheet(bytes);
  if (!sheet.ok()) {
    Require(sheet.status().message().find('\n') == absl::string_view::npos,
            "an error of two lines");
    return 0;
  }
  // Written once, controls and broken bytes are gone; from then on it stays.
  std::string once, again;
  for (std::string* out : {&once, &again}) {
    std::string csv = "fingerprint,note\r\n";
    const auto from = out == &once ? sheet : claimcheck::ReadSheet(once);
    Require(from.ok() || out == &again, "does not read its own");
    if (!from.ok()) return 0;  // two fingerprints may have become one
    for (const claimcheck::v1::SheetRow& row : from->rows()) {
      claimcheck::AppendCsvCell(row.fingerprint(), &csv);
      csv.push_back(',');
      claimcheck::AppendCsvCell(row.note(), &csv);
      csv.append("\r\n");
    }
    *out = csv;
  }
  Require(once == again, "reads its own otherwise");
  return 0;
}
