// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

/// Small synthetic scans, byte by byte, with the faults that a file may have.
namespace kairos::support {

inline void appendBig(QByteArray& out, quint32 value) {
    const quint32 big = qToBigEndian(value);
    out.append(reinterpret_cast<const char*>(&big), 4);
}

/// The CRC-32 bit by bit, as the specification words it.
inline quint32 bitwiseSum(const QByteArray& bytes) {
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1U) != 0 ? (sum >> 1U) ^ 0xedb88320U : sum >> 1U;
        }
    }
    return ~sum;
}

inline QByteArray pngChunk(const QByteArray& name, const QByteArray& data) {
    QByteArray chunk;
    appendBig(chunk, static_cast<quint32>(data.size()));
    const QByteArray named = name + data;
    chunk += named;
    appendBig(chunk, bitwiseSum(named));
    return chunk;
}

inline QByteArray pngHead(quint32 width, quint32 height) {
    QByteArray head;
    appendBig(head, width);
    appendBig(head, height);
    return head + QByteArray("\x08\x00\x00\x00\x00", 5); // 8 bits of grey
}

/// A grey picture whose rows are all of one shade.
inline QByteArray pngSample(quint32 width = 40, quint32 height = 30) {
    const QByteArray rows(static_cast<qsizetype>(height) * static_cast<qsizetype>(width + 1), '\0');
    QByteArray packed = qCompress(rows).sliced(4); // Qt writes the length before the zlib stream.
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", pngHead(width, height)) +
           pngChunk("IDAT", packed) + pngChunk("IEND", {});
}

inline QByteArray jpegPart(char marker, const QByteArray& data) {
    QByteArray part("\xff", 1);
    part.append(marker);
    const quint16 length = qToBigEndian(static_cast<quint16>(data.size() + 2));
    part.append(reinterpret_cast<const char*>(&length), 2);
    return part + data;
}

/// The marks of a JPEG around pixels that mean nothing: for what walks over it, not for what draws it.
inline QByteArray jpegSample(char width = 40, char height = 30) {
    const QByteArray frame =
        QByteArray("\x08\x00", 2) + height + '\0' + width + QByteArray("\x01\x01\x11\x00", 4);
    return QByteArray("\xff\xd8", 2) + jpegPart('\xe0', "JFIF") + jpegPart('\xc0', frame) +
           jpegPart('\xda', "\x01\x01") + QByteArray("\x12\xff\x00\x34\xff\xd0\x56", 7) +
           QByteArray("\xff\xd9", 2);
}

/// A PDF of so many pages, each with its number on it.
inline QByteArray pdfSample(int pages = 1) {
    QByteArray pdf("%PDF-1.4\n");
    QList<qsizetype> offsets;
    const auto add = [&](const QByteArray& body) {
        offsets.append(pdf.size());
        pdf += QByteArray::number(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    add("<< /Type /Catalog /Pages 2 0 R >>");
    QByteArray kids;
    for (int page = 0; page < pages; ++page) {
        kids += QByteArray::number(4 + 2 * page) + " 0 R ";
    }
    add("<< /Type /Pages /Count " + QByteArray::number(pages) + " /Kids [" + kids + "] >>");
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int page = 0; page < pages; ++page) {
        add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << /Font << /F1 3 0 R >> >> "
            "/Contents " +
            QByteArray::number(5 + 2 * page) + " 0 R >>");
        const QByteArray text = "BT /F1 24 Tf 20 40 Td (Page " + QByteArray::number(page + 1) + ") Tj ET";
        add("<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "\nendstream");
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size " + QByteArray::number(offsets.size() + 1) +
           " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace kairos::support
