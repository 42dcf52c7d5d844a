// Port: the spaces of a workspace, and who may do what in them.
#pragma once

#include <kith/base/id.h>
#include <kith/domain/vocabulary.h>

#include <string>
#include <vector>

namespace kith {

struct SpaceView {
    Id id{};
    std::string name{};
    SpaceKind kind{};
    bool writable = true;
    bool managed = true;  ///< who is granted what in it may be changed
    bool granted = false;  ///< by the server that the workspace is signed in to

    friend bool operator==(const SpaceView&, const SpaceView&) = default;
};

class SpaceQueries {
public:
    virtual ~SpaceQueries() = default;

    /// The organisation's first, private ones last; by name within a kind. All that is in a workspace that is not
    /// signed in belongs to whoever sits here.
    [[nodiscard]] virtual std::vector<SpaceView> spaces() const = 0;
};

}  // namespace kith
