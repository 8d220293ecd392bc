#ifndef CLAIMCHECK_CHECKER_INPUT_PAGE_ELEMENTS_H_
#define CLAIMCHECK_CHECKER_INPUT_PAGE_ELEMENTS_H_

#include "absl/strings/string_view.h"
#include "checker/input/markup.h"
#include "claimcheck/v1/document.pb.h"

// What the elements of web pages are to a reader of news.
namespace claimcheck {

// Whether an element begins a paragraph of its own.
bool IsBlockElement(absl::string_view name);

// Whether what is in an element is no text of the page: scripts, forms' fields,
// pictures' insides, text that is struck out or hidden.
bool IsLeftOut(absl::string_view name, const MarkupAttributes& attributes);

// Whether an element holds navigation, advertisements, comments and the like,
// by its name, its role or a word of its class.  `in_article`: it stands within
// an article, where a <header> holds the headline.
bool IsPageFurniture(absl::string_view name, const MarkupAttributes& attributes,
                     bool in_article);

// The zone of what an element holds; unspecified: that of what is around it.
v1::Zone::Kind ZoneOfElement(absl::string_view name);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_PAGE_ELEMENTS_H_
