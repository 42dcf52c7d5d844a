#include <kith/server/http_peer.h>

#include <gtest/gtest.h>

namespace kith::server {

namespace {

Address at(std::string_view text)
{
    return Address::parse(text).value();
}

std::string clientBehind(std::string_view forwardedFor, std::string_view peer = "10.0.0.1")
{
    const auto proxies = Networks::parse({"10.0.0.0/8", "2001:db8:1::/48"}).value();
    return clientOf(at(peer), forwardedFor, proxies).toString();
}

TEST(Peer, ReadsAddressesOfBothKinds)
{
    EXPECT_EQ(at("192.0.2.1"), at("::ffff:192.0.2.1"));
    EXPECT_EQ(at("::ffff:192.0.2.1").toString(), "192.0.2.1");
    EXPECT_EQ(at("fe80::1%eth0").toString(), "fe80::1");
    EXPECT_TRUE(at("127.0.0.9").isLoopback());
    EXPECT_TRUE(at("::1").isLoopback());
    EXPECT_FALSE(at("::2").isLoopback());
    for (const auto* wrong : {"", "kith.example", "192.0.2", "192.0.2.1:80", "::g"})
        EXPECT_FALSE(Address::parse(wrong)) << wrong;
}

TEST(Peer, CountsAnIpv6NetworkAsOneClient)
{
    EXPECT_EQ(at("2001:db8::1").counted(), at("2001:db8::ffff:2").counted());
    EXPECT_NE(at("2001:db8:0:1::1").counted(), at("2001:db8:0:2::1").counted());
    EXPECT_NE(at("192.0.2.1").counted(), at("192.0.2.2").counted());
}

TEST(Peer, KnowsNetworks)
{
    const auto networks = Networks::parse({"10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"}).value();
    EXPECT_TRUE(networks.contains(at("10.255.0.1")));
    EXPECT_FALSE(networks.contains(at("11.0.0.1")));
    EXPECT_TRUE(networks.contains(at("192.0.2.7")));
    EXPECT_FALSE(networks.contains(at("192.0.2.6")));
    EXPECT_TRUE(networks.contains(at("2001:db8:1:ffff::1")));
    EXPECT_FALSE(networks.contains(at("2001:db8:2::1")));
    for (const auto* wrong : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.0/-1", "proxy"})
        EXPECT_FALSE(Networks::parse({wrong})) << wrong;
}

TEST(Peer, BelievesOnlyWhatAProxyOfOursWrote)
{
    EXPECT_EQ(clientBehind(""), "10.0.0.1");
    EXPECT_EQ(clientBehind("192.0.2.9"), "192.0.2.9");
    EXPECT_EQ(clientBehind("203.0.113.1, 192.0.2.9"), "192.0.2.9");
    EXPECT_EQ(clientBehind("192.0.2.9, 10.0.0.2"), "192.0.2.9");
    EXPECT_EQ(clientBehind("192.0.2.9:4711"), "192.0.2.9");
    EXPECT_EQ(clientBehind("\"[2001:db8:9::1]:4711\""), "2001:db8:9::1");
    EXPECT_EQ(clientBehind("unknown"), "10.0.0.1");
    EXPECT_EQ(clientBehind("192.0.2.9", "198.51.100.1"), "198.51.100.1");
}

}  // namespace

}  // namespace kith::server
