// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

#include <algorithm>

namespace kairos::test {

/// Words as long as German ones: while it lives, every translated word of four letters or more is two fifths
/// longer. What stands for a value (%1, %n) and what is a format (dd, HH:mm) stays.
class LongWords final : public QTranslator {
public:
    LongWords() { QCoreApplication::installTranslator(this); }
    ~LongWords() override { QCoreApplication::removeTranslator(this); }
    Q_DISABLE_COPY_MOVE(LongWords)

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override {
        Q_UNUSED(context)
        Q_UNUSED(disambiguation)
        QString text = longer(QString::fromUtf8(source));
        return n >= 0 ? text.replace(QLatin1String("%n"), QString::number(n)) : text;
    }

    [[nodiscard]] static QString longer(const QString& text) {
        constexpr int kLeastLetters = 4;
        const QString tail = QStringLiteral("ungskosten");
        QString result;
        QString word;
        const auto close = [&] {
            result += word;
            const auto more = std::min<qsizetype>((word.size() * 2 + 4) / 5, tail.size());
            const bool isFormat = word == QLatin1String("dddd") || word == QLatin1String("MMMM") ||
                                  word == QLatin1String("yyyy");
            if (word.size() >= kLeastLetters && !isFormat) {
                result += tail.left(more);
            }
            word.clear();
        };
        for (const QChar letter : text) {
            if (letter.isLetter()) {
                word += letter;
            } else {
                close();
                result += letter;
            }
        }
        close();
        return result;
    }
};

} // namespace kairos::test
