// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_panel.h"

#include "ui/settings/appearance.h"

#include "ui/shared/card.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include <QVBoxLayout>

#include <array>

namespace kairos::ui {
namespace {

constexpr std::array kThemes{ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark};
constexpr std::array kPoints{9.0, 10.0, 11.0, 12.5, 14.0};

template <class Values, class Value>
int placeOf(const Values& values, const Value& value) {
    const auto found = std::find(values.begin(), values.end(), value);
    return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

} // namespace

AppearancePanel::AppearancePanel(AppearanceDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Appearance on this PC"), CardContent::Padded, this);
    m_theme = new Segments(tr("Colours"), {tr("as the desktop"), tr("light"), tr("dark")}, card);
    m_size = new Segments(tr("Size of the text"),
                          {tr("small"), tr("normal"), tr("larger"), tr("large"), tr("very large")}, card);
    card->body().addWidget(new TextLabel(tr("Colours"), TextRole::CaptionStrong, Token::Text, card));
    card->body().addWidget(m_theme, 0, Qt::AlignLeft);
    card->body().addSpacing(px(6));
    card->body().addWidget(new TextLabel(tr("Size of the text"), TextRole::CaptionStrong, Token::Text, card));
    card->body().addWidget(m_size, 0, Qt::AlignLeft);
    card->body().addWidget(makeParagraph(
        tr("The dosing room has a dim theme of its own, whatever is chosen here. Paper is always black on "
           "white."),
        TextRole::Caption, Token::Text2, card));
    column->addWidget(card);
    const Appearance now = desk.appearance();
    m_theme->setCurrent(qMax(0, placeOf(kThemes, now.theme)));
    const int size = placeOf(kPoints, now.points);
    m_size->setCurrent(size < 0 ? 1 : size);
    connect(m_theme, &Segments::chosen, this, &AppearancePanel::apply);
    connect(m_size, &Segments::chosen, this, &AppearancePanel::apply);
}

void AppearancePanel::apply() {
    m_desk.setAppearance({kThemes.at(static_cast<size_t>(m_theme->current())),
                          kPoints.at(static_cast<size_t>(m_size->current()))});
}

} // namespace kairos::ui
