// People and who knows whom, for tests about ways to somebody.
#pragma once

#include <kith/support/temp_workspace.h>
#include <kith/usecases/ties.h>

#include <gtest/gtest.h>

namespace kith::test {

inline void addTie(Services& services, const Id& a, const Id& b, double strength)
{
    ASSERT_TRUE(AddTie(services).run({.a = a, .b = b, .kind = TieKind::WorkedWith, .strength = strength}));
}

/// Priya, ours, knows Tom well, who knows Ana; Sam, ours too, hardly knows Ana. Ana knows Li, whom nobody else does.
class Acquaintances {
public:
    explicit Acquaintances(TempWorkspace& files) : files_(files) { }

    void tie(const Id& a, const Id& b, double strength) { addTie(files_.services(), a, b, strength); }
    /// Until then nobody does.
    void knowEachOther()
    {
        tie(priya, tom, 0.8);
        tie(tom, ana, 0.9);
        tie(sam, ana, 0.3);
        tie(ana, li, 0.5);
    }

private:
    TempWorkspace& files_;

public:
    Id priya = files_.addPerson("Priya Nair", Facet::Colleague);
    Id sam = files_.addPerson("Sam Field", Facet::Colleague);
    Id tom = files_.addPerson("Tom Okafor", Facet::Client);
    Id ana = files_.addPerson("Ana Ruiz");
    Id li = files_.addPerson("Li Wei");
};

}  // namespace kith::test
