# ruff: noqa: E501, RUF001 # each language is a line, in its own letters
"""Which texts read as English."""

from __future__ import annotations

import pytest

from poalint.english import English
from poalint.loader import Knowledge


@pytest.fixture(scope="module")
def english(knowledge: Knowledge) -> English:
    return knowledge.english


ENGLISH = {
    "plain": "We shipped 41 orders late in March because nobody had changed the handling time after the move to the new warehouse.",
    "short": "We shipped late.",
    "one word": "Sorry",
    "only figures": "41 38 112-4837261-9920417",
    "broken": "Our factory send wrong goods, we not check it before the sending to customer. Now we check every piece and have new worker for this job.",
    "verbless bullets": "Actions\n- 41 refunds sent on 3 May\n- Handling time raised to three days\n- Second packer hired on 5 May\n"
    "- Listing B0C1YY7P4M closed\n- Weekly count of all cages by the shift lead\n- New scale at the packing desk",
    "bullets with few small words": "Root cause: missing label check\nCorrective actions:\n- 41 refunds sent\n- Listing closed\n- Stock pulled\n- Supplier dropped\n"
    "Prevention:\n- Weekly stock count\n- Daily label scan\n- Monthly supplier audit",
    "capitals": "WE SHIPPED 41 ORDERS LATE BECAUSE NOBODY HAD CHANGED THE HANDLING TIME AFTER THE MOVE TO THE NEW WAREHOUSE.",
    "a German address": "We shipped 41 orders late because nobody had changed the handling time, and we are sorry for it.\n\nMit freundlichen Gruessen\n"
    "Blauer Fuchs Handelsgesellschaft mbH\nHauptstrasse 12, Musterstadt\nGeschaeftsfuehrer Anna Kim, Amtsgericht Musterstadt",
    "a Chinese name and address": "We shipped 41 orders late because nobody had changed the handling time, and we are sorry for it.\n\n深圳市蓝狐贸易有限公司\n广东省深圳市龙岗区",
    "forty listings": "Dear Amazon, we sold these items without a licence, and that is our fault. Nobody had checked the brand register. We closed the "
    "listings on 3 May: "
    + ", ".join(f"B0C{n}YKQ{n}MX" for n in range(10, 50))
    + ".\n\nEvery Friday the lead compares all new listings with the register.",
    "many orders": "We shipped these orders late: "
    + ", ".join(f"112-48372{n}-9920417" for n in range(10, 50))
    + ". It is our fault.",
    "links": "The proof is here: "
    + " ".join(f"https://blue-fox.example/proof/invoice-{n}.pdf" for n in range(8))
    + " and we have sent all of it to you.",
}

FOREIGN = {
    "German": "Sehr geehrte Damen und Herren, wir haben im Maerz vierzig Bestellungen zu spaet verschickt, weil niemand die Bearbeitungszeit geaendert hatte.",
    "German with English terms": "Unsere Late Shipment Rate lag bei 9 Prozent, weil das Handling Time Setting im Seller Central falsch war und niemand es geprueft hat.",
    "Spanish": "Estimado equipo, enviamos 41 pedidos con retraso en marzo porque nadie había cambiado el tiempo de preparación después de la mudanza.",
    "French": "Madame, Monsieur, nous avons expédié 41 commandes en retard en mars parce que personne n'avait changé le délai de traitement après le déménagement.",
    "Italian": "Gentile Amazon, a marzo abbiamo spedito 41 ordini in ritardo perché nessuno aveva cambiato il tempo di gestione dopo il trasloco.",
    "Portuguese": "Prezada equipe, enviamos 41 pedidos com atraso em março porque ninguém tinha alterado o tempo de manuseio depois da mudança.",
    "Dutch": "Geachte heer of mevrouw, we hebben in maart 41 bestellingen te laat verstuurd, omdat niemand de verwerkingstijd had aangepast na de verhuizing.",
    "Polish": "Szanowni Państwo, w marcu wysłaliśmy 41 zamówień z opóźnieniem, ponieważ nikt nie zmienił czasu realizacji po przeprowadzce do nowego magazynu.",
    "Turkish": "Sayın Amazon, mart ayında 41 siparişi geç gönderdik, çünkü taşındıktan sonra kimse işlem süresini değiştirmedi. Bu bizim hatamızdır.",
    "Chinese": "尊敬的亚马逊团队，我们在三月份延迟发货了四十一个订单，因为搬迁后没有人修改处理时间。",
    "Chinese with English terms": "尊敬的 Amazon 团队，我们的 LSR 超过了 4%，因为搬迁后没有人修改 handling time，我们对此负全部责任。",
    "Japanese": "アマゾン担当者様、三月に四十一件の注文の発送が遅れました。移転後に誰も処理時間を変更しなかったためです。",
    "Russian": "Уважаемая команда, в марте мы отправили 41 заказ с опозданием, потому что никто не изменил время обработки после переезда.",
    "Arabic": "فريق أمازون المحترم، لقد شحنا 41 طلبا متأخرا في شهر مارس لأن أحدا لم يغير وقت المعالجة بعد الانتقال إلى المستودع الجديد",
}


@pytest.mark.parametrize("name", ENGLISH)
def test_english_is_read(english: English, name: str) -> None:
    assert english.speaks(ENGLISH[name])


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages_are_not_scored(english: English, name: str) -> None:
    assert not english.speaks(FOREIGN[name])
    assert not english.speaks(FOREIGN[name].upper())


def test_a_letter_in_two_languages_goes_by_the_larger_part(english: English) -> None:
    plain, german = ENGLISH["plain"], FOREIGN["German"]
    assert english.speaks(f"{plain}\n{plain}\n{plain}\n{german}")
    assert not english.speaks(f"{plain}\n" + f"{german}\n" * 9)


def test_few_words_get_the_benefit_of_the_doubt() -> None:
    english = English(frozenset({"the"}), 0.5, 4)
    assert english.speaks("eins zwei drei")
    assert not english.speaks("eins zwei drei vier")
    assert english.speaks("the zwei the vier")
    assert not english.speaks("的的的的的的的 eins")
