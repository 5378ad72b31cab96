// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QLabel>

namespace kairos::ui {

/// A label in one of the look's sizes and colours. Both follow the theme and the system text size.
class TextLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)

public:
    explicit TextLabel(const QString& text, TextRole role = TextRole::Body, Token token = Token::Text,
                       QWidget* parent = nullptr);

    void setTextRole(TextRole role);
    void setToken(Token token);
    [[nodiscard]] Token token() const { return m_token; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColor();
    void applyFont();

    TextRole m_role;
    Token m_token;
};

/// A text that wraps in its column. For the words of the program itself, which nobody copies.
[[nodiscard]] TextLabel* makeWrapped(const QString& text, TextRole role = TextRole::Body,
                                     Token token = Token::Text, QWidget* parent = nullptr);

/// The same for what a person may want to select and copy.
[[nodiscard]] TextLabel* makeParagraph(const QString& text, TextRole role = TextRole::Body,
                                       Token token = Token::Text, QWidget* parent = nullptr);

} // namespace kairos::ui
