#ifndef CLAIMCHECK_CHECKER_INPUT_ZIP_WRITER_H_
#define CLAIMCHECK_CHECKER_INPUT_ZIP_WRITER_H_

#include <string>
#include <utility>
#include <vector>

namespace claimcheck {

// For tests: a zip archive with these files.
std::string WriteZip(
    const std::vector<std::pair<std::string, std::string>>& files);

// An office document with `body` between <w:body> and </w:body>.
std::string WriteDocx(const std::string& body);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_INPUT_ZIP_WRITER_H_
