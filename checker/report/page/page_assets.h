#ifndef CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_ASSETS_H_
#define CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_ASSETS_H_

// page.css and page.js as the build put them into the program (embed_assets).
namespace claimcheck {

extern const char kPageStyle[];
extern const char kPageScript[];

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_PAGE_PAGE_ASSETS_H_
