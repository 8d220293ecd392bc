#ifndef CLAIMCHECK_CLAIMS_BASE_STATUS_MACROS_H_
#define CLAIMCHECK_CLAIMS_BASE_STATUS_MACROS_H_

// Hands an error on to the caller.
#define CLAIMCHECK_RETURN_IF_ERROR(expression)             \
  do {                                                     \
    if (auto status_ = (expression); !status_.ok()) {      \
      return status_;                                      \
    }                                                      \
  } while (false)

#define CLAIMCHECK_CONCAT_INNER_(a, b) a##b
#define CLAIMCHECK_CONCAT_(a, b) CLAIMCHECK_CONCAT_INNER_(a, b)

// CLAIMCHECK_ASSIGN_OR_RETURN(Decimal d, ParseDecimal(text));
#define CLAIMCHECK_ASSIGN_OR_RETURN(declaration, expression) \
  CLAIMCHECK_ASSIGN_OR_RETURN_(                              \
      CLAIMCHECK_CONCAT_(status_or_, __LINE__), declaration, expression)
#define CLAIMCHECK_ASSIGN_OR_RETURN_(var, declaration, expression) \
  auto var = (expression);                                         \
  if (!var.ok()) return var.status();                              \
  declaration = *std::move(var)

#endif  // CLAIMCHECK_CLAIMS_BASE_STATUS_MACROS_H_
