// Beside the picture of the network: how embedded the area in the middle is, who is selected, how to get to them, whom
// they and the one in the middle both know, and who holds them alone.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/controls/surfaces.h>
#include <kith/pages/network_page.h>
#include <kith/views/person_section.h>

#include <memory>

class QScrollArea;

namespace kith::ui {

class Avatar;
class GroupSection;
class KnownByBothSection;
class WarmthGlyph;

class NetworkInspector final : public Ground {
    Q_OBJECT
public:
    /// The page must outlive the inspector.
    NetworkInspector(const Theme* theme, NetworkPage& page, PageHost& host, QWidget* parent = nullptr);

    /// Takes the focus.
    void enter();

Q_SIGNALS:
    void heldAloneAsked();

private:
    struct OtherWay {
        Id id;  ///< of whoever it begins with
        QString brief;
        QString result;
        QString arithmetic;
    };
    void refresh();
    void showWays();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] const NetworkNode* node() const;

    const Theme* theme_;
    NetworkPage& page_;
    PageHost& host_;
    QWidget* nobody_;
    QWidget* somebody_;
    Avatar* face_;
    ElidedLabel* name_;
    TextLabel* detail_;
    WarmthGlyph* warmth_;
    TextLabel* tie_;
    QPushButton* open_;
    QPushButton* centre_;
    TextLabel* bestTitle_;
    QWidget* best_;
    TextLabel* hint_;
    QWidget* sum_;
    TextLabel* arithmetic_;
    TextLabel* result_;
    QWidget* ask_;
    TextLabel* askWords_;
    GroupSection* group_;
    KnownByBothSection* both_;
    Section* others_;
    Section* held_;
    TextLabel* heldWords_;
    TextLabel* introduceWords_;
    QScrollArea* scroll_;
    std::unique_ptr<Rows<NetworkWayStep>> steps_;
    std::unique_ptr<Rows<OtherWay>> otherRows_;
};

}  // namespace kith::ui
