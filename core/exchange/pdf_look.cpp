// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_walks.h"

#include <algorithm>

namespace kairos::exchange {
namespace {

constexpr qsizetype kEdge = 1024;

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\0';
}

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

qsizetype skipSpaces(QByteArrayView bytes, qsizetype at) {
    while (at < bytes.size() && isSpace(bytes.at(at))) {
        ++at;
    }
    return at;
}

/// The trailer of a locked file names its lock, as an object ("/Encrypt 7 0 R") or in place ("/Encrypt <<").
bool isLocked(QByteArrayView bytes) {
    constexpr QByteArrayView kName("/Encrypt");
    for (qsizetype found = bytes.indexOf(kName); found >= 0; found = bytes.indexOf(kName, found + 1)) {
        const qsizetype next = skipSpaces(bytes, found + kName.size());
        const bool isName = next < bytes.size() && (isDigit(bytes.at(next)) || bytes.at(next) == '<');
        if (isName && (next > found + kName.size() || bytes.at(next) == '<')) {
            return true;
        }
    }
    return false;
}

} // namespace

bool isPdf(QByteArrayView bytes) {
    return bytes.first(std::min(bytes.size(), kEdge)).contains("%PDF-");
}

MediaWalk lookAtPdf(QByteArrayView bytes) {
    const QByteArrayView tail = bytes.last(std::min(bytes.size(), kEdge));
    const qsizetype end = tail.lastIndexOf("%%EOF");
    if (end < 0) {
        return tl::unexpected(MediaFault::CutShort);
    }
    constexpr QByteArrayView kWhere("startxref");
    const qsizetype where = tail.first(end).lastIndexOf(kWhere);
    if (where < 0) {
        return tl::unexpected(MediaFault::CutShort);
    }
    qint64 offset = 0;
    qsizetype at = skipSpaces(tail, where + kWhere.size());
    const qsizetype first = at;
    for (; at < end && isDigit(tail.at(at)) && offset < bytes.size(); ++at) {
        offset = offset * 10 + (tail.at(at) - '0');
    }
    if (at == first || offset >= bytes.size()) {
        return tl::unexpected(MediaFault::Damaged);
    }
    if (isLocked(bytes)) {
        return tl::unexpected(MediaFault::Locked);
    }
    return Media{MediaType::Pdf, 0, 0};
}

} // namespace kairos::exchange
