// A workspace for tests of kithctl.
#pragma once

#include "program.h"

#include <gtest/gtest.h>

namespace kith::test {

/// A workspace with Ana, who left an e-mail address, and Tom and Tom.
class PeopleFixture : public ::testing::Test {
protected:
    PeopleFixture()
    {
        kithctl.ok({"init", "--plain", "--organisation", "Northmoor Council"});
        const std::string people = kithctl.file("people.csv",
                                                "name,title,organisation,city,email,skills\n"
                                                "Ana Ruiz,Staff Engineer,Norsk Data,Leeds,ana@example.org,Rust\n"
                                                "Tom Kay,Analyst,Acme,York,tom.kay@example.org,\n"
                                                "Tom Kay,Director,Beta,Hull,director@example.net,\n");
        batch = kithctl.json({"import", people, "--kind", "people"})["batch"];
    }

    Kithctl kithctl;
    int batch = 0;  ///< of the import
};

}  // namespace kith::test
