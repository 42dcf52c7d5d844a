// What a person expects to be paid: a row of its own in a narrower space than the person, so that it never reaches
// whoever may not see it.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>

namespace kith {

struct PayInput {
    std::string amount{};  ///< in the person's words: "62–65k EUR, four days"
    Date statedOn{};
    Id space{};  ///< nil: the private one of whoever sits here
};

/// BadInput for no amount, or one too long; NotFound for no such person or space.
class AddPay {
public:
    explicit AddPay(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, const PayInput& input) const;

private:
    Services& services_;
};

class RemovePay {
public:
    explicit RemovePay(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& id) const;

private:
    Services& services_;
};

}  // namespace kith
