#include "certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>

namespace kith::test {

namespace {

struct Free {
    void operator()(X509* each) const { X509_free(each); }
    void operator()(EVP_PKEY* each) const { EVP_PKEY_free(each); }
    void operator()(X509_EXTENSION* each) const { X509_EXTENSION_free(each); }
    void operator()(std::FILE* each) const { std::fclose(each); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

void extend(X509& certificate, X509& issuer, int what, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()));
    X509_add_ext(&certificate, extension.get(), -1);
}

Owned<X509> certificateFor(EVP_PKEY& key, const char* name, int number, int days)
{
    constexpr long kDay = 86'400;
    Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), number);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -10 * kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay);
    X509_set_pubkey(certificate.get(), &key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    return certificate;
}

Owned<std::FILE> opened(const std::string& path)
{
    return Owned<std::FILE>(std::fopen(path.c_str(), "w"));
}

}  // namespace

struct Certificates::Keys {
    Owned<EVP_PKEY> key{EVP_EC_gen("P-256")};
    Owned<X509> certificate;
};

Certificates::Certificates() : keys_(std::make_unique<Keys>())
{
    keys_->certificate = certificateFor(*keys_->key, "Kith test authority", 1, 2);
    X509& own = *keys_->certificate;
    X509_set_issuer_name(&own, X509_get_subject_name(&own));
    extend(own, own, NID_basic_constraints, "critical,CA:TRUE");
    extend(own, own, NID_key_usage, "critical,keyCertSign");
    extend(own, own, NID_subject_key_identifier, "hash");
    X509_sign(&own, keys_->key.get(), EVP_sha256());
    PEM_write_X509(opened(authority()).get(), &own);
}

Certificates::~Certificates() = default;

std::string Certificates::authority() const
{
    return (folder() / "authority.pem").string();
}

Certificates::Files Certificates::sign(const std::string& name, int days)
{
    const int number = ++last_ + 1;
    const Files files{.certificate = (folder() / (std::to_string(number) + ".pem")).string(),
                      .key = (folder() / (std::to_string(number) + ".key")).string()};
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate = certificateFor(*key, "kith", number, days);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(keys_->certificate.get()));
    extend(*certificate, *keys_->certificate, NID_subject_alt_name, name);
    X509_sign(certificate.get(), keys_->key.get(), EVP_sha256());
    PEM_write_X509(opened(files.certificate).get(), certificate.get());
    PEM_write_PrivateKey(opened(files.key).get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return files;
}

}  // namespace kith::test
