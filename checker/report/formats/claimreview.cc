// Drafts of schema.org's ClaimReview, for statements that a person rated in the
// sheet.  The program rates nothing.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/json_builder.h"
#include "checker/report/formats/places.h"
#include "checker/report/formats/rating.h"
#include "checker/report/sheet/sheet_rows.h"

namespace claimcheck {
namespace {

// "2024-06-18", which is all that schema.org asks of a date.
bool IsIsoDay(absl::string_view text) {
  if (text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

class ClaimReviewReporter : public Reporter {
 public:
  explicit ClaimReviewReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    std::string out = "[";
    for (const SheetEntry& entry : MakeSheet(report, options_)) {
      const Rating rating = ParseRating(entry.row.rating());
      if (rating.empty()) continue;
      absl::StrAppend(&out, out.size() > 1 ? ",\n" : "\n",
                      Review(report, entry, rating));
    }
    return absl::StrCat(out, "\n]\n");
  }

 private:
  std::string Review(const v1::Report& report, const SheetEntry& entry,
                     const Rating& rating) const {
    // The statement as it was made, not our summary of who differs.
    const v1::Evidence* main =
        entry.finding >= 0 ? MainPlace(report.findings(entry.finding), options_)
                           : &report.unchecked(entry.unchecked).statement();
    JsonBuilder json;
    json.Open('{').Key("@context").String("https://schema.org");
    json.Key("@type").String("ClaimReview");
    json.Key("url").String(
        absl::StrCat(options_.review_url, "#f-", entry.row.fingerprint()));
    json.Key("claimReviewed")
        .String(main == nullptr || main->sentence().empty()
                    ? entry.row.statement()
                    : main->sentence());
    if (IsIsoDay(entry.row.date())) {
      json.Key("datePublished").String(entry.row.date());
    }
    json.Key("author").Open('{').Key("@type").String("Organization");
    json.Key("name").String(options_.review_author).Close('}');
    json.Key("itemReviewed").Open('{').Key("@type").String("Claim");
    if (main != nullptr) WriteAppearances(report, entry, *main, &json);
    json.Close('}');
    json.Key("reviewRating").Open('{').Key("@type").String("Rating");
    if (!rating.value.empty()) {
      json.Key("ratingValue").Literal(rating.value);
      json.Key("worstRating").Number(1);
      json.Key("bestRating").Literal(rating.best);
    }
    if (!rating.words.empty()) json.Key("alternateName").String(rating.words);
    json.Close('}').Close('}');
    return json.Take();
  }

  // The documents that say the same as the reviewed place.
  static void WriteAppearances(const v1::Report& report,
                               const SheetEntry& entry,
                               const v1::Evidence& main, JsonBuilder* json) {
    std::set<std::string> ids = {main.document_id()};
    if (entry.finding >= 0) {
      for (const v1::Evidence& evidence :
           report.findings(entry.finding).evidence()) {
        if (!evidence.value().empty() && evidence.value() == main.value()) {
          ids.insert(evidence.document_id());
        }
      }
    }
    json->Key("appearance").Open('[');
    for (const v1::Document& document : report.documents()) {
      if (ids.count(document.id()) == 0) continue;
      json->Open('{').Key("@type").String("CreativeWork");
      if (!document.url().empty()) json->Key("url").String(document.url());
      json->Key("name").String(document.title().empty()
                                   ? PathOf(document.id())
                                   : absl::string_view(document.title()));
      json->Close('}');
    }
    json->Close(']');
  }

  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeClaimReviewReporter(ReportOptions options) {
  return std::make_unique<ClaimReviewReporter>(std::move(options));
}

}  // namespace claimcheck
