#include "rules/engine/example_case.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "rules/engine/example_marks.h"

namespace claimcheck {
namespace {

using v1::Example;
using v1::Rule;

std::string TextId(absl::string_view number) {
  return absl::StrCat("text", number);
}

}  // namespace

ExampleCase MakeCase(const Rule& rule, const Example& example) {
  ExampleCase c;
  bool roles = false;
  for (const Example::Text& text : example.texts()) {
    UnmarkedText unmarked = StripMarks(text.text());
    v1::Document document;
    document.set_id(TextId(absl::StrCat(c.documents.size() + 1)));
    document.set_text(std::move(unmarked.text));
    document.set_role(text.role());
    document.set_published(text.published());
    document.set_publisher(text.publisher());
    if (!text.derived_from().empty()) {
      document.set_derived_from(TextId(text.derived_from()));
    }
    for (const Example::Part& part : text.parts()) {
      const size_t begin = document.text().find(part.text());
      if (begin == std::string::npos) continue;  // lint has refused it
      v1::Zone* zone = document.add_zones();
      zone->set_kind(part.kind());
      zone->mutable_span()->set_begin(static_cast<uint32_t>(begin));
      zone->mutable_span()->set_end(
          static_cast<uint32_t>(begin + part.text().size()));
    }
    roles = roles || text.role() != v1::Document::ROLE_UNSPECIFIED;
    c.documents.push_back(std::move(document));
    c.marks.push_back(std::move(unmarked.marks));
  }
  const bool check =
      rule.mode() == Rule::CHECK || (rule.mode() != Rule::COMPARE && roles);
  c.choice.mode = check ? RuleChoice::Mode::kCheck : RuleChoice::Mode::kCompare;
  if (check && !roles) {
    // Of texts without roles the first is the draft.
    for (size_t i = 0; i < c.documents.size(); ++i) {
      c.documents[i].set_role(i == 0 ? v1::Document::CHECKED
                                     : v1::Document::REFERENCE);
    }
  }
  c.choice.experimental = true;
  c.choice.only = {rule.id()};
  return c;
}

}  // namespace claimcheck
