// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/utf8_check.h"

#include "core/exchange/words.h"

#include <algorithm>
#include <optional>

namespace kairos::exchange {
namespace {

using base::ErrorCode;

constexpr QByteArrayView kUtf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView kUtf16Little("\xFF\xFE");
constexpr QByteArrayView kUtf16Big("\xFE\xFF");

/// How many bytes the sequence at the front of `bytes` has; 0 when it is not UTF-8 (RFC 3629: no overlong
/// forms, no surrogates, nothing above U+10FFFF).
qsizetype sequenceLength(QByteArrayView bytes) {
    const auto at = [&](qsizetype i) { return static_cast<quint8>(bytes.at(i)); };
    const quint8 first = at(0);
    if (first < 0x80) {
        return 1;
    }
    const qsizetype length = first >= 0xC2 && first <= 0xDF   ? 2
                             : (first & 0xF0) == 0xE0         ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || bytes.size() < length) {
        return 0;
    }
    for (qsizetype i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    const quint8 second = at(1);
    const bool isForbidden = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                             (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return isForbidden ? 0 : length;
}

/// Where the first byte stands that is no text.
std::optional<qsizetype> firstBadByte(QByteArrayView bytes) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype length = bytes.at(at) == '\0' ? 0 : sequenceLength(bytes.sliced(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

} // namespace

base::Result<QString> textOfFile(QByteArrayView bytes, const QString& what) {
    const auto remedy = Words::tr("save it again as CSV in UTF-8");
    if (bytes.startsWith(kUtf16Little) || bytes.startsWith(kUtf16Big)) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the file is in UTF-16, not in UTF-8"),
                          remedy);
    }
    if (bytes.startsWith(kUtf8Mark)) {
        bytes = bytes.sliced(kUtf8Mark.size());
    }
    if (const auto bad = firstBadByte(bytes)) {
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + *bad, '\n');
        const auto byte = static_cast<quint8>(bytes.at(*bad));
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("line %1 holds a byte that is no UTF-8 text "
                                    "(0x%2)")
                              .arg(line)
                              .arg(byte, 2, 16, QLatin1Char('0')),
                          remedy);
    }
    return QString::fromUtf8(bytes.data(), bytes.size());
}

} // namespace kairos::exchange
