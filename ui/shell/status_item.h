// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QWidget>

namespace kairos::ui {

/// One statement of the status line: a sign and words, or a chip while it wants attention.
class StatusItem final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusItem)

public:
    StatusItem(std::optional<Icon> icon, QWidget* parent = nullptr);

    void setWords(const QString& words);
    [[nodiscard]] const QString& words() const { return m_words; }
    /// Ink of the words and ground behind; the plain second voice without a ground unless told.
    void setVoice(Token ink, std::optional<Token> ground);
    void setStrong();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont wordsFont() const;

    std::optional<Icon> m_icon;
    QString m_words;
    Token m_ink = Token::Text2;
    std::optional<Token> m_ground;
    bool m_isStrong = false;
};

} // namespace kairos::ui
