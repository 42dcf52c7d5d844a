// Tests that run on SQLite and on PostgreSQL.
#pragma once

#include <kith/server_support/replica.h>

#include <gtest/gtest.h>

namespace kith::server_support {

class OnBoth : public testing::TestWithParam<On> { };

inline std::string nameOfParam(const testing::TestParamInfo<On>& info)
{
    return nameOf(info.param);
}

}  // namespace kith::server_support

/// TEST_P of a suite over both databases; the suite is declared with KITH_ON_BOTH.
#define KITH_ON_BOTH(Suite)                                                                                            \
    class Suite : public kith::server_support::OnBoth { };                                                             \
    INSTANTIATE_TEST_SUITE_P(On, Suite,                                                                                \
                             testing::Values(kith::server_support::On::Sqlite, kith::server_support::On::Postgres),    \
                             kith::server_support::nameOfParam)
