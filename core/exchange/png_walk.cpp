// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_walks.h"

#include <QtEndian>

#include <array>

namespace kairos::exchange {
namespace {

constexpr QByteArrayView kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype kFrame = 12; ///< length, name and check sum of a chunk
constexpr quint32 kMostSide = 0x7fffffff;

constexpr std::array<quint32, 256> makeTable() {
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < 256; ++n) {
        quint32 value = n;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        }
        table[n] = value;
    }
    return table;
}

/// The CRC-32 of ISO 3309 that ends every chunk.
quint32 checkSum(QByteArrayView bytes) {
    static constexpr auto kTable = makeTable();
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum = kTable[(sum ^ static_cast<quint8>(byte)) & 0xffU] ^ (sum >> 8U);
    }
    return ~sum;
}

} // namespace

bool isPng(QByteArrayView bytes) {
    return bytes.startsWith(kSignature);
}

MediaWalk walkPng(QByteArrayView bytes) {
    Media media{MediaType::Png, 0, 0};
    bool hasPixels = false;
    for (qsizetype at = kSignature.size(); at + kFrame <= bytes.size();) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data() + at));
        if (length > bytes.size() - at - kFrame) {
            return tl::unexpected(MediaFault::CutShort);
        }
        const QByteArrayView named = bytes.sliced(at + 4, length + 4);
        if (checkSum(named) != qFromBigEndian<quint32>(bytes.data() + at + 8 + length)) {
            return tl::unexpected(MediaFault::Damaged);
        }
        const bool isHead = named.startsWith("IHDR");
        if (isHead != (at == kSignature.size()) || (isHead && length != 13)) {
            return tl::unexpected(MediaFault::Damaged);
        }
        if (isHead) {
            const auto width = qFromBigEndian<quint32>(bytes.data() + at + 8);
            const auto height = qFromBigEndian<quint32>(bytes.data() + at + 12);
            if (width == 0 || height == 0 || width > kMostSide || height > kMostSide) {
                return tl::unexpected(MediaFault::NoPicture);
            }
            media.width = static_cast<int>(width);
            media.height = static_cast<int>(height);
        }
        hasPixels = hasPixels || (named.startsWith("IDAT") && length > 0);
        if (named.startsWith("IEND")) {
            return hasPixels ? MediaWalk(media) : tl::unexpected(MediaFault::NoPicture);
        }
        at += kFrame + length;
    }
    return tl::unexpected(MediaFault::CutShort);
}

} // namespace kairos::exchange
