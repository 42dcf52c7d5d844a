// A QApplication without a screen, for test programs that show widgets: include once.
#pragma once

#include <QApplication>
#include <gtest/gtest.h>
#include <memory>

namespace kith::test {

class Screen final : public testing::Environment {
public:
    void SetUp() override
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        static int count = 1;
        static char name[] = "views";
        static char* arguments[] = {name, nullptr};
        application_ = std::make_unique<QApplication>(count, arguments);
    }
    void TearDown() override { application_.reset(); }

private:
    std::unique_ptr<QApplication> application_;
};

inline testing::Environment* const kScreen = testing::AddGlobalTestEnvironment(new Screen);

}  // namespace kith::test
