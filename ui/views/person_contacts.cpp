#include <kith/views/person_contacts.h>

#include <kith/controls/badges.h>

#include <QLineEdit>

namespace kith::ui {

namespace {

Icon iconOf(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Email: return Icon::Email;
    case ContactKind::Phone: return Icon::Phone;
    case ContactKind::Url: return Icon::Link;
    case ContactKind::Handle: return Icon::Social;
    }
    return Icon::Link;
}

class KindMark final : public QWidget {
public:
    KindMark(const Theme* theme, ContactKind kind) : theme_(theme), kind_(kind)
    {
        setFixedSize(theme->px(16), theme->px(28));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        theme_->paintIcon(painter, rect(), iconOf(kind_), theme_->ink(Ink::Muted));
    }

private:
    const Theme* theme_;
    ContactKind kind_;
};

}  // namespace

QLineEdit* addField(const QString& name, const QString& hint, std::function<void(const QString&)> add)
{
    auto* field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    QObject::connect(field, &QLineEdit::returnPressed, field, [field, add = std::move(add)] {
        const QString text = field->text().trimmed();
        if (text.isEmpty()) return;
        field->clear();
        add(text);
    });
    return field;
}

ContactsSection::ContactsSection(const Theme* theme, PersonPage& page, QWidget* parent)
    : Section(theme, tr("Contact points"), parent),
      list_(new QVBoxLayout),
      rows_(list_, [theme, &page](const ContactLine& made) -> Rows<ContactLine>::Row {
          auto* value = new InlineEdit(theme, made.kindWord);
          auto* label = new InlineEdit(theme, tr("Label of %1").arg(made.value));
          label->setPlaceholderText(tr("label"));
          label->setLabelFont(TextSize::Small, Weight::Regular, Ink::Muted);
          auto* remove = new IconButton(theme, Icon::Close, tr("Remove %1").arg(made.value));
          const auto save = [&page, value, label, id = made.id] {
              page.editContact(id, value->value(), label->value());
          };
          QObject::connect(value, &InlineEdit::committed, &page, save);
          QObject::connect(label, &InlineEdit::committed, &page, save);
          QObject::connect(remove, &QPushButton::clicked, &page, [&page, id = made.id] { page.removeContact(id); });
          return {rowWidget({new KindMark(theme, made.kind), value, label, remove}, 1, kSpace),
                  [theme, value, label](const ContactLine& line) {
                      value->setValue(line.value);
                      value->setToolTip(line.source.toHtmlEscaped());
                      label->setValue(line.label);
                      const int wide = QFontMetrics(theme->font(TextSize::Small)).horizontalAdvance(line.label);
                      label->setFixedWidth(std::min(theme->px(84), wide + 2 * InlineEdit::kTextInset + 2));
                      label->setVisible(!line.label.isEmpty());
                  }};
      })
{
    list_->setSpacing(0);
    body()->addLayout(list_);
    add_ = addField(tr("Add a contact point"), tr("Add e-mail, phone or profile address"),
                    [&page](const QString& text) { page.addContact(text); });
    body()->addWidget(add_);
}

void ContactsSection::setBrief()
{
    brief_ = true;
    add_->hide();
}

void ContactsSection::show(const PersonLines& lines)
{
    rows_.set(lines.contacts);
    if (brief_) setVisible(!lines.contacts.empty());
}

}  // namespace kith::ui
