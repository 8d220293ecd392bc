#include "checker/report/shown_names.h"

#include "checker/report/escape.h"

namespace claimcheck {

ShownNames::ShownNames(const v1::Report& report) {
  absl::string_view shared;
  for (int i = 0; i < report.documents_size(); ++i) {
    const absl::string_view id = report.documents(i).id();
    const absl::string_view folder = id.substr(0, id.rfind('/') + 1);
    if (i == 0) shared = folder;
    while (!shared.empty() && id.substr(0, shared.size()) != shared) {
      shared.remove_suffix(1);
      shared = shared.substr(0, shared.rfind('/') + 1);
    }
  }
  // "/" alone would make an absolute path a relative one.
  if (shared == "/") shared = {};
  folder_ = EscapeForTerminal(shared);
  for (const v1::Document& document : report.documents()) {
    names_.emplace(document.id(),
                   EscapeForTerminal(absl::string_view(document.id())
                                         .substr(shared.size())));
  }
}

const std::string& ShownNames::Of(const std::string& id) const {
  auto found = names_.find(id);
  if (found == names_.end()) {
    found = names_.emplace(id, EscapeForTerminal(id)).first;
  }
  return found->second;
}

}  // namespace claimcheck
