// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/gallery.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/gallery_parts.h"
#include "ui/shared/number_field.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/tab_bar.h"
#include "ui/shared/text_label.h"
#include "ui/shared/undo_bar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

QString galleryText(const char* words) {
    return QCoreApplication::translate("ui.gallery", words);
}

QHBoxLayout* galleryRow(const QList<QWidget*>& widgets, int gap = 8) {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(px(gap));
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    return layout;
}

Card* typeCard(QWidget* parent) {
    auto* card = new Card(galleryText("Type, in points"), CardContent::Padded, parent);
    QVBoxLayout& body = card->body();
    body.setSpacing(px(2));
    body.addWidget(new TextLabel(galleryText("17 Page title"), TextRole::PageTitle));
    body.addWidget(new TextLabel(galleryText("15 Patient name"), TextRole::PatientName));
    body.addWidget(new TextLabel(galleryText("11 Section"), TextRole::Section));
    body.addWidget(new TextLabel(galleryText("10 Body, 142/88 96 72"), TextRole::Body));
    body.addWidget(
        new TextLabel(galleryText("9 Caption and axis, never smaller"), TextRole::Caption, Token::Text3));
    return card;
}

Card* buttonCard(QWidget* parent) {
    auto* card = new Card(galleryText("Buttons"), CardContent::Padded, parent);
    auto* off = makeButton({.text = galleryText("Disabled")});
    setButtonBlockedBy(*off, galleryText("says why it is off"));
    card->body().addLayout(galleryRow(
        {makeButton({.text = galleryText("Sign"),
                     .kind = ButtonKind::Primary,
                     .icon = Icon::Signed,
                     .key = QKeySequence(Qt::CTRL | Qt::Key_S)}),
         makeButton({.text = galleryText("Revise"), .icon = Icon::Draft}),
         makeButton(
             {.text = galleryText("Stop infusion"), .kind = ButtonKind::Danger, .icon = Icon::Stop})}));
    card->body().addLayout(
        galleryRow({off, makeButton({.text = galleryText("Open"), .kind = ButtonKind::Quiet}),
                    new TextLabel(off->toolTip(), TextRole::Caption, Token::Text3)}));
    return card;
}

Card* chipCard(QWidget* parent) {
    auto* card = new Card(galleryText("Status: shape, word, colour"), CardContent::Padded, parent);
    QList<QWidget*> first;
    QList<QWidget*> second;
    for (int i = 0; i < kChipKindCount; ++i) {
        const auto kind = static_cast<ChipKind>(i);
        (i < 5 ? first : second).append(new StatusChip({kind, chipWord(kind), galleryText("a sample")}));
    }
    card->body().addLayout(galleryRow(first));
    card->body().addLayout(galleryRow(second));
    return card;
}

Card* fieldCard(QWidget* parent) {
    auto* card = new Card(galleryText("Fields"), CardContent::Padded, parent);
    auto* section = new FormSection;
    auto* weightEdit = new NumberField(galleryText("kg"));
    weightEdit->setValue(68.4);
    auto* weight = new Field(galleryText("Weight, kg"), weightEdit);
    weight->setHelp(galleryText("last 68.9 on 12 Oct"));
    auto* escort = new Field(galleryText("Escort"), new QLineEdit);
    escort->setRequired(galleryText("Name who takes her home"));
    escort->validate();
    section->addPair(weight, escort);
    card->body().addWidget(section);
    return card;
}

Card* progressCard(QWidget* parent) {
    auto* card = new Card(galleryText("Progress, empty, undo"), CardContent::Padded, parent);
    auto* progress = new ProgressLine;
    progress->setProgress(11'420, 18'402,
                          galleryText("Trial restore: 11 420 of 18 402 entries checked, 8 s left"));
    progress->showNow();
    auto* empty = new EmptyState(Icon::Rating, galleryText("No rating yet"), galleryText("Baseline first."));
    empty->setAction(makeButton({.text = galleryText("Add rating"), .icon = Icon::Plus}));
    auto* undo = new UndoBar;
    card->body().addWidget(progress);
    card->body().addWidget(empty);
    card->body().addWidget(undo);
    card->body().addStretch();
    undo->offer(galleryText("Step moved to Thu 5 Nov."));
    return card;
}

Card* dialogCard(QWidget* parent) {
    auto* card = new Card(galleryText("Dialog"), CardContent::Padded, parent);
    card->body().addWidget(new TextLabel(galleryText("Sign plan revision 3?"), TextRole::Strong));
    card->body().addWidget(makeParagraph(galleryText("Signed content is fixed; later changes are addenda."),
                                         TextRole::Body, Token::Text2));
    auto* leave = makeButton({.text = galleryText("Not yet")});
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    auto* sign = makeButton({.text = galleryText("Sign"), .kind = ButtonKind::Primary});
    setButtonKeyCap(*sign, QKeySequence(Qt::Key_Return));
    auto* buttons = galleryRow({});
    buttons->addWidget(leave);
    buttons->addWidget(sign);
    card->body().addLayout(buttons);
    card->body().addStretch();
    return card;
}

Card* sampleCard(const QString& title, QWidget* sample, QWidget* parent) {
    auto* card = new Card(title, CardContent::Padded, parent);
    card->body().addWidget(sample);
    return card;
}

QVBoxLayout* column(const QList<QWidget*>& cards) {
    auto* layout = new QVBoxLayout;
    layout->setSpacing(px(8));
    for (QWidget* card : cards) {
        layout->addWidget(card);
    }
    layout->addStretch();
    return layout;
}

} // namespace

QWidget* makeComponentsPage(QWidget* parent) {
    using Level = base::FindingLevel;
    auto* page = new QWidget(parent);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(px(16), px(8), px(16), px(8));
    columns->setSpacing(px(12));
    columns->addLayout(
        column({typeCard(page), buttonCard(page), chipCard(page), fieldCard(page), progressCard(page)}), 1);
    columns->addLayout(
        column({sampleCard(galleryText("Series: colour, marker, dash"), makeSeriesSample(page), page),
                sampleCard(galleryText("Bands and glyphs"), makeBandsSample(page), page),
                new Banner({Level::Information, galleryText("Restored from draft"),
                            galleryText("The note was open when the power went. Nothing is lost."),
                            galleryText("Draft of 09:12:44")}),
                new Banner({Level::Caution, galleryText("Repeat BP in 10 to 15 min"),
                            galleryText("146/92 is above 140/90. The clinician decides."),
                            galleryText("Spravato label, a guide, not a limit (H)")}),
                new Banner({Level::Stop, galleryText("Do not dose: BP 184/112"),
                            galleryText("Medical review. Override asks who and why and is printed."),
                            galleryText("Local default, limit 180/110")}),
                dialogCard(page)}),
        1);
    QList<QWidget*> last;
    for (const auto theme : {ThemeId::Light, ThemeId::Dark, ThemeId::Dim}) {
        last.append(makeThemeSample(static_cast<int>(theme), page));
    }
    last.append(sampleCard(galleryText("Icons, 24 grid, 1.75 stroke"), makeIconSample(page), page));
    columns->addLayout(column(last), 1);
    return page;
}

QWidget* makeGallery(QWidget* parent) {
    auto* gallery = new QWidget(parent);
    auto* layout = new QVBoxLayout(gallery);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QTabBar* tabs = makeTabBar({galleryText("Components"), galleryText("Tables and forms")}, gallery);
    auto* pages = new QStackedWidget(gallery);
    pages->addWidget(makeComponentsPage(pages));
    pages->addWidget(makeTablesPage(pages));
    layout->addWidget(tabs);
    layout->addWidget(pages, 1);
    QObject::connect(tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    gallery->setWindowTitle(galleryText("Kairos: the look"));
    return gallery;
}

} // namespace kairos::ui
