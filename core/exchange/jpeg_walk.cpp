// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_walks.h"

#include <QtEndian>

namespace kairos::exchange {
namespace {

constexpr quint8 kStart = 0xd8;
constexpr quint8 kEnd = 0xd9;
constexpr quint8 kScan = 0xda;

quint8 byteAt(QByteArrayView bytes, qsizetype at) {
    return static_cast<quint8>(bytes.at(at));
}

/// A restart mark stands within the pixels of a scan; TEM is reserved and has no length either.
bool isRestart(quint8 marker) {
    return marker >= 0xd0 && marker <= 0xd7;
}

/// The head of a frame: all of C0 to CF but Huffman tables, JPG and arithmetic conditioning.
bool isFrame(quint8 marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Where the next marker's FF stands behind the pixels of a scan; the size of the file when none follows.
qsizetype behindPixels(QByteArrayView bytes, qsizetype at) {
    while (at + 1 < bytes.size()) {
        const quint8 next = byteAt(bytes, at + 1);
        if (byteAt(bytes, at) == 0xff && next != 0x00 && next != 0xff && !isRestart(next)) {
            return at;
        }
        ++at;
    }
    return bytes.size();
}

} // namespace

bool isJpeg(QByteArrayView bytes) {
    return bytes.size() >= 3 && byteAt(bytes, 0) == 0xff && byteAt(bytes, 1) == kStart &&
           byteAt(bytes, 2) == 0xff;
}

MediaWalk walkJpeg(QByteArrayView bytes) {
    Media media{MediaType::Jpeg, 0, 0};
    bool hasPixels = false;
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (byteAt(bytes, at) != 0xff) {
            return tl::unexpected(MediaFault::Damaged);
        }
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // Any number of these may stand before a marker.
            ++at;
            continue;
        }
        at += 2;
        if (marker == kEnd) {
            return hasPixels && media.width > 0 ? MediaWalk(media) : tl::unexpected(MediaFault::NoPicture);
        }
        if (marker == 0x01) {
            continue;
        }
        if (marker == 0x00 || marker == kStart || isRestart(marker)) {
            return tl::unexpected(MediaFault::Damaged);
        }
        const auto length = at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.data() + at) : quint16{0};
        if (at + 2 > bytes.size() || length > bytes.size() - at) {
            return tl::unexpected(MediaFault::CutShort);
        }
        if (length < 2 || (isFrame(marker) && length < 8)) {
            return tl::unexpected(MediaFault::Damaged);
        }
        if (isFrame(marker)) {
            media.height = qFromBigEndian<quint16>(bytes.data() + at + 3);
            media.width = qFromBigEndian<quint16>(bytes.data() + at + 5);
            if (media.width == 0 || media.height == 0) {
                return tl::unexpected(MediaFault::NoPicture);
            }
        }
        at += length;
        if (marker == kScan) {
            hasPixels = true;
            at = behindPixels(bytes, at);
        }
    }
    return tl::unexpected(MediaFault::CutShort);
}

} // namespace kairos::exchange
