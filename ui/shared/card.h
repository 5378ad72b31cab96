// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace kairos::ui {

class TextLabel;

/// Whether the content keeps the card's padding or reaches its edges, as a table does.
enum class CardContent { Padded, Full };

/// A surface with a thin edge and, where it has a title, a title row: title, second voice, things at the
/// right.
class Card final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(const QString& title = {}, CardContent content = CardContent::Padded,
                  QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// The second voice beside the title, e.g. "room 1 and room 2".
    void setSubtitle(const QString& subtitle);
    /// Puts a widget at the right end of the title row.
    void addToTitle(QWidget* widget);
    /// Where the content goes.
    [[nodiscard]] QVBoxLayout& body() { return *m_body; }
    /// A foot on sunken ground with a hairline above, e.g. for keys or a count.
    [[nodiscard]] QHBoxLayout& foot();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_head;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QHBoxLayout* m_headRow;
    QVBoxLayout* m_column;
    QVBoxLayout* m_body;
    QWidget* m_foot = nullptr;
    CardContent m_content;
};

/// A hairline across, for groups inside a card.
[[nodiscard]] QWidget* makeHairline(QWidget* parent = nullptr);

/// A section title, 11 points semibold.
[[nodiscard]] TextLabel* makeSectionTitle(const QString& text, QWidget* parent = nullptr);

} // namespace kairos::ui
