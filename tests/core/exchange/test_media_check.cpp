// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_check.h"

#include "tests/support/scan_samples.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_media_check {
using namespace kairos;
using namespace kairos::exchange;
using support::jpegSample;
using support::pdfSample;
using support::pngSample;

namespace {

const DocumentLimits kLimits{1, 2, 1000};

QString refusal(const QByteArray& bytes) {
    const auto media = checkMedia(bytes, kLimits);
    if (media) {
        return QStringLiteral("taken");
    }
    REQUIRE(media.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(media.error().what == QStringLiteral("The paper was not added"));
    REQUIRE(!media.error().remedy.isEmpty());
    return media.error().why;
}

const QString kCutShort = QStringLiteral("the file is cut short: its end is missing");
const QString kDamaged = QStringLiteral("the file is damaged: a part of it is not what its own marks say");
const QString kNoPicture = QStringLiteral("the file holds no picture");

} // namespace

TEST_CASE("A scan is what its content is, with its size in dots", "[exchange][media]") {
    REQUIRE(checkMedia(pngSample(), kLimits) == Media{MediaType::Png, 40, 30});
    REQUIRE(checkMedia(jpegSample(), kLimits) == Media{MediaType::Jpeg, 40, 30});
    REQUIRE(checkMedia(pdfSample(2), kLimits) == Media{MediaType::Pdf, 0, 0});
    REQUIRE(checkMedia("a line of a mail program\n" + pdfSample(), kLimits).has_value());
    for (const MediaType type : {MediaType::Pdf, MediaType::Png, MediaType::Jpeg}) {
        REQUIRE(mediaTypeNamed(mediaTypeName(type)) == type);
    }
    REQUIRE(!mediaTypeNamed(QStringLiteral("text/html")));
}

TEST_CASE("An empty file and one above the limit are refused", "[exchange][media]") {
    REQUIRE(refusal({}) == QStringLiteral("the file is empty"));
    const QByteArray pdf = pdfSample();
    const QByteArray whole = pdf + QByteArray(1'000'000 - pdf.size() * 2, ' ') + pdf;
    REQUIRE(whole.size() == 1'000'000);
    REQUIRE(checkMedia(whole, kLimits).has_value());
    REQUIRE(refusal(' ' + whole) == QStringLiteral("the file is larger than 1 MB, the most that is kept"));
}

TEST_CASE("A file of another kind is refused by its content", "[exchange][media]") {
    REQUIRE(refusal(QByteArray("II*\0....", 8)).contains(QStringLiteral("TIFF")));
    REQUIRE(refusal(QByteArray("\0\0\0\x18"
                               "ftypheic",
                               12))
                .contains(QStringLiteral("HEIC")));
    REQUIRE(refusal(QByteArray("PK\3\4....", 8)).contains(QStringLiteral("word processor")));
    REQUIRE(refusal("GIF89a").contains(QStringLiteral("another kind")));
    REQUIRE(refusal("MZ a program").contains(QStringLiteral("neither PDF, PNG nor JPEG")));
    REQUIRE(refusal(QByteArray(1, 'P')).contains(QStringLiteral("neither PDF, PNG nor JPEG")));
}

TEST_CASE("A PNG that ends anywhere before its end is cut short", "[exchange][media]") {
    const QByteArray whole = pngSample();
    for (qsizetype kept = 8; kept < whole.size(); ++kept) {
        INFO(kept);
        REQUIRE(refusal(whole.first(kept)) == kCutShort);
    }
    REQUIRE(checkMedia(whole + "a word of a viewer", kLimits).has_value());
}

TEST_CASE("A flipped bit in a PNG is damage", "[exchange][media]") {
    const QByteArray whole = pngSample();
    for (qsizetype at = 12; at < whole.size(); ++at) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped.at(at) ^ 0x10);
        INFO(at);
        const QString why = refusal(flipped);
        REQUIRE((why == kDamaged || why == kCutShort));
    }
}

TEST_CASE("A PNG without dots holds no picture, and its head stands first", "[exchange][media]") {
    const QByteArray mark("\x89PNG\r\n\x1a\n", 8);
    const QByteArray end = support::pngChunk("IEND", {});
    const auto head = [](quint32 width, quint32 height) {
        return support::pngChunk("IHDR", support::pngHead(width, height));
    };
    REQUIRE(refusal(mark + head(0, 5) + end) == kNoPicture);
    REQUIRE(refusal(mark + head(5, 0x80000000U) + end) == kNoPicture);
    REQUIRE(refusal(mark + head(5, 5) + end) == kNoPicture);
    REQUIRE(refusal(mark + end) == kDamaged);
    REQUIRE(refusal(mark + head(5, 5) + head(5, 5) + end) == kDamaged);
    REQUIRE(refusal(mark + support::pngChunk("IHDR", "short") + end) == kDamaged);
}

TEST_CASE("A picture with more dots than can be shown is refused", "[exchange][media]") {
    REQUIRE(checkMedia(pngSample(2000, 1000), kLimits).has_value());
    REQUIRE(refusal(pngSample(2001, 1000)).contains(QStringLiteral("more than 2 million dots")));
}

TEST_CASE("A JPEG that ends anywhere before its end is cut short", "[exchange][media]") {
    const QByteArray whole = jpegSample();
    for (qsizetype kept = 3; kept < whole.size(); ++kept) {
        INFO(kept);
        REQUIRE(refusal(whole.first(kept)) == kCutShort);
    }
    REQUIRE(checkMedia(whole + jpegSample(), kLimits).has_value());
}

TEST_CASE("A JPEG whose marks do not fit is damaged", "[exchange][media]") {
    const QByteArray start("\xff\xd8", 2);
    const QByteArray end("\xff\xd9", 2);
    const QByteArray frame("\x08\x00\x05\x00\x05\x01", 6);
    const auto part = [](char marker, const QByteArray& data) { return support::jpegPart(marker, data); };
    REQUIRE(refusal(start + part('\xe0', "x") + "plain words" + end) == kDamaged);
    REQUIRE(refusal(start + QByteArray("\xff\xe0\x00\x01", 4) + end) == kDamaged);
    REQUIRE(refusal(start + part('\xc0', "x") + end) == kDamaged);
    REQUIRE(refusal(start + QByteArray("\xff\xd0", 2) + end) == kDamaged);
    REQUIRE(refusal(start + part('\xe0', "x") + end) == kNoPicture);
    REQUIRE(refusal(start + part('\xc0', frame) + end) == kNoPicture);
    REQUIRE(refusal(start + part('\xda', "x") + end) == kNoPicture);
    REQUIRE(refusal(start + part('\xc0', QByteArray(6, '\0')) + end) == kNoPicture);
    // Fill bytes before a marker and a marker without a length are as the standard allows.
    const QByteArray filled = start + QByteArray("\xff\xff\x01\xff", 4) + part('\xc2', frame) +
                              part('\xda', "x") + QByteArray("\x11\xff\xff", 3) + end;
    REQUIRE(checkMedia(filled, kLimits) == Media{MediaType::Jpeg, 5, 5});
}

TEST_CASE("A PDF without its end is cut short", "[exchange][media]") {
    const QByteArray whole = pdfSample();
    REQUIRE(refusal(whole.first(whole.lastIndexOf("%%EOF"))) == kCutShort);
    REQUIRE(refusal(whole.first(whole.size() / 2)) == kCutShort);
    REQUIRE(refusal("%PDF-1.4\n%%EOF\n") == kCutShort);
    REQUIRE(checkMedia(whole + QByteArray(1000, '\0'), kLimits).has_value());
    REQUIRE(refusal(whole + QByteArray(1100, '\0')) == kCutShort);
}

TEST_CASE("A PDF whose table of contents lies behind its end is damaged", "[exchange][media]") {
    REQUIRE(refusal("%PDF-1.4\nstartxref\n9999\n%%EOF\n") == kDamaged);
    REQUIRE(refusal("%PDF-1.4\nstartxref\n99999999999999999999999\n%%EOF\n") == kDamaged);
    REQUIRE(refusal("%PDF-1.4\nstartxref\nnowhere\n%%EOF\n") == kDamaged);
    REQUIRE(checkMedia("%PDF-1.4\nstartxref\n0\n%%EOF\n", kLimits).has_value());
}

TEST_CASE("A PDF under a password is refused with what to do", "[exchange][media]") {
    for (const char* lock : {"/Encrypt 7 0 R", "/Encrypt << /V 4 >>", "/Encrypt<</V 4>>"}) {
        QByteArray locked = pdfSample();
        locked.replace("/Root 1 0 R", QByteArray("/Root 1 0 R ") + lock);
        INFO(lock);
        REQUIRE(refusal(locked).contains(QStringLiteral("under a password")));
    }
    for (const char* word : {"/EncryptMetadata true", "/Encryption", "/Encrypt"}) {
        QByteArray open = pdfSample();
        open.replace("/Root 1 0 R", QByteArray("/Root 1 0 R ") + word);
        INFO(word);
        REQUIRE(checkMedia(open, kLimits).has_value());
    }
}

} // namespace test_media_check
