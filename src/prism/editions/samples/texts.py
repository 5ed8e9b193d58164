"""What the sample story says, in each language that it is told in. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prism.model import Outcome


@dataclass(frozen=True, slots=True)
class Text:
    """The sample brief in one language. Sentences: (text, "article:passage …", inferred, paragraph)."""

    headline: tuple[str, str]
    dek: Sequence[tuple[str, str]]
    body: Sequence[tuple[str, str, int]]
    insight_title: str
    insight: Sequence[tuple[str, str, bool]]
    tags: Sequence[tuple[str, str]]
    changes: Sequence[str]
    correction: tuple[str, str, str]
    verdicts: Sequence[tuple[str, Outcome, str, str]]
    label: str
    more: Sequence[tuple[str, str]]


TEXTS: Mapping[str, Text] = {
    "ko": Text(
        headline=("화물선이 들이받은 솔베이그 다리, 적어도 3주 닫힌다", "1:4 7:1"),
        dek=(
            ("포트메리디아의 솔베이그 다리에 화물선이 부딪혀 통행이 전면 중단됐다고 한빛일보가 전했다.", "1:1"),
            ("다친 사람 수는 매체마다 14명과 17명으로 엇갈린다.", "1:2 0:2"),
        ),
        body=(
            (
                "한빛일보에 따르면 20일(2026년 11월 20일) 새벽 포트메리디아의 솔베이그 다리 교각에 화물선이 부딪혀 다리 통행이 전면 중단됐다.",
                "1:1",
                0,
            ),
            ("현지 소방당국은 다리 위에 있던 17명이 병원으로 옮겨졌으며 생명이 위독한 사람은 없다고 밝혔다.", "1:2", 0),
            (
                "항만 당국은 길이 190m 화물선 코르베인호가 충돌 11분 전 조타 이상을 신고했다고 설명했다.",
                "1:3 0:3",
                0,
            ),
            (
                "새벽통신은 “솔베이그 다리가 막히면서 금요일(2026년 11월 20일) 포트메리디아의 도선 이용객이 평소의 두 배인 4만 1000명으로 늘었다”고 전했다.",
                "2:1 7:3",
                1,
            ),
            ("시는 임시 도선 6척을 더 투입하기로 했다.", "2:2", 1),
            ("이다 브란트 항만청장은 다리를 다시 여는 데 적어도 3주가 걸릴 것이라고 말했다.", "1:4 7:1", 1),
        ),
        insight_title="무엇이 확인됐고 무엇이 남았나",
        insight=(
            ("다섯 언어의 매체 일곱 곳이 이 사고를 보도했다.", "", False),
            ("더 메리디안 포스트는 14명, 한빛일보는 17명이 병원으로 옮겨졌다고 보도했다.", "0:2 1:2", False),
            ("14명이라는 수치는 잠정치라고 했으므로, 뒤에 나온 17명이 최종 수치에 더 가까울 수 있다.", "0:4 1:2", True),
            ("조타 이상이 생겼을 때 누가 키를 잡고 있었는지는 어느 매체도 밝히지 않았다.", "7:4", False),
        ),
        tags=(
            ("포트메리디아", "port-meridia"),
            ("솔베이그 다리", "solveig-bridge"),
            ("이다 브란트", "ida-brandt"),
            ("해운", "shipping"),
        ),
        changes=(
            "다리가 적어도 3주 동안 닫힌다는 항만청장의 말이 새로 나왔다.",
            "도선 이용객 수가 더해졌다.",
        ),
        correction=(
            "다친 사람이 16명이라고 썼다.",
            "매체에 따라 14명 또는 17명이다.",
            "두 매체의 수치를 잘못 옮겼다.",
        ),
        verdicts=(
            ("citations", Outcome.PASS, "", "모든 문장에 근거가 달려 있다."),
            ("figures", Outcome.PASS, "body.1", "17이 근거에 있다."),
            (
                "figures",
                Outcome.WARN,
                "dek.1",
                "다친 사람 수가 매체마다 다르다(14, 17). 둘 다 밝혔으므로 내보낸다.",
            ),
            ("quotations", Outcome.PASS, "body.3", "인용문이 원문과 글자까지 같다."),
            ("particles", Outcome.PASS, "", "조사가 모두 맞다."),
            ("rights", Outcome.PASS, "", "인용한 양이 한도 안에 있다."),
        ),
        label="병원으로 옮겨진 사람",
        more=(
            ("나루섬 해저터널 공사 재개, 2028년 개통 목표", "나루시가 열 달 만에 해저터널 공사를 다시 시작했다."),
            (
                "벨로니아 중앙은행, 기준금리 0.25%포인트 내려",
                "벨로니아 중앙은행이 기준금리를 연 3.00%로 낮췄다고 두 매체가 전했다.",
            ),
            (
                "카로나 고원에서 6만 년 전 돌연모 출토",
                "국제 발굴단이 카로나 고원에서 돌연모 340점을 찾았다고 발표했다.",
            ),
            (
                "리베크, 연장 끝에 노르달 꺾고 결승으로",
                "리베크가 연장 접전 끝에 노르달을 2대 1로 꺾고 결승에 올랐다.",
            ),
            (
                "온데르 강 홍수 경보 해제, 주민 2300명 귀가",
                "당국은 강 수위가 위험선 아래로 내려가자 경보를 풀었다.",
            ),
            ("새 독감 백신, 고령층 입원 40% 줄여", "벨로니아 보건원이 12만 명을 추적한 결과를 내놓았다."),
            ("아스테르 극장, 복원 마치고 9년 만에 문 열어", "1911년에 지은 극장이 원래 색을 되찾았다."),
            ("포트메리디아 도선 노조, 임금 협상 타결", "도선 노조가 4.2% 인상안을 받아들였다."),
        ),
    ),
    "en": Text(
        headline=("Solveig Bridge to stay shut for at least three weeks after ship strike", "7:1"),
        dek=(
            ("A cargo ship struck a pier of Port Meridia’s main crossing on Friday, The Meridian Post reports.", "0:1"),
            ("Outlets give 14 or 17 as the number of people taken to hospital.", "0:2 1:2"),
        ),
        body=(
            (
                "“A cargo ship struck a pier of the Solveig Bridge in Port Meridia early on Friday (20 November 2026), and the city closed its main crossing to all traffic,” The Meridian Post reported.",
                "0:1",
                0,
            ),
            (
                "Harbour master Ida Brandt said 14 people on the bridge were taken to hospital, none with injuries that threaten their lives.",
                "0:2",
                0,
            ),
            ("The 190-metre Corvane had reported a loss of steering eleven minutes before the collision.", "0:3", 0),
            (
                "On Saturday (21 November 2026) The Meridian Post reported that the bridge would stay closed for at least three weeks while divers examine the damaged pier.",
                "7:1",
                1,
            ),
            ("Ferries carried 41,000 passengers on Friday, twice the usual number.", "7:3 2:1", 1),
            ("Investigators have recovered the voyage data recorder of the Corvane.", "7:2", 1),
        ),
        insight_title="What is settled, and what is open",
        insight=(
            ("Seven outlets in five languages report the collision.", "", False),
            (
                "The Meridian Post gives 14 people taken to hospital, 한빛일보 and 青葉新聞 give 17.",
                "0:2 1:2 4:2",
                False,
            ),
            ("Since the 14 was called provisional, the later 17 may be nearer to the final count.", "0:4 1:2", True),
            ("No source says who was at the helm when the steering failed.", "7:4", False),
        ),
        tags=(
            ("Port Meridia", "port-meridia"),
            ("Solveig Bridge", "solveig-bridge"),
            ("Ida Brandt", "ida-brandt"),
            ("Shipping", "shipping"),
        ),
        changes=(
            "The harbour master says the bridge stays shut for at least three weeks.",
            "Ferry passenger numbers were added.",
        ),
        correction=(
            "It said that 16 people were taken to hospital.",
            "Outlets give 14 or 17.",
            "Two outlets’ figures were mixed up.",
        ),
        verdicts=(
            ("citations", Outcome.PASS, "", "Every sentence has evidence."),
            ("figures", Outcome.PASS, "body.1", "14 stands in the evidence."),
            (
                "figures",
                Outcome.WARN,
                "dek.1",
                "Sources differ on the number taken to hospital (14, 17); both are given.",
            ),
            ("quotations", Outcome.PASS, "body.0", "The quotation is verbatim."),
            ("rights", Outcome.PASS, "", "What is quoted is within the limits."),
        ),
        label="people taken to hospital",
        more=(
            (
                "Work resumes on Naru Island undersea tunnel, opening set for 2028",
                "The city of Naru restarted the tunnel after a ten-month halt.",
            ),
            (
                "Belonian central bank cuts its rate by a quarter point",
                "The bank lowered its key rate to 3.00 per cent, two outlets report.",
            ),
            (
                "Stone tools 60,000 years old found on the Karona plateau",
                "An international team announced a find of 340 tools.",
            ),
            ("Libeck beat Nordal in extra time to reach the final", "Libeck won 2–1 after extra time."),
            (
                "Flood warning lifted on the Onder, 2,300 people return home",
                "The river fell below its danger mark, the authority said.",
            ),
            (
                "New flu vaccine cuts hospital stays of older people by 40 per cent",
                "Belonia’s health institute followed 120,000 people.",
            ),
            (
                "Aster Theatre reopens after nine years of restoration",
                "The house of 1911 has its first colours back.",
            ),
            ("Port Meridia ferry crews accept pay deal", "The union took an offer of 4.2 per cent."),
        ),
    ),
    "de": Text(
        headline=("Solveig-Brücke bleibt nach Schiffsunfall mindestens drei Wochen gesperrt", "7:1"),
        dek=(
            (
                "Ein Frachter hat am Freitag einen Pfeiler der wichtigsten Brücke von Port Meridia gerammt, wie The Meridian Post berichtet.",
                "0:1",
            ),
            ("Die Medien nennen 14 oder 17 Menschen, die ins Krankenhaus gebracht wurden.", "0:2 1:2"),
        ),
        body=(
            (
                "Der Frachter traf am frühen Freitag (20. November 2026) einen Pfeiler der Solveig-Brücke, und die Stadt sperrte sie für den gesamten Verkehr, berichtete The Meridian Post.",
                "0:1",
                0,
            ),
            (
                "Hafenkapitänin Ida Brandt sagte, 14 Menschen auf der Brücke seien ins Krankenhaus gebracht worden, niemand sei in Lebensgefahr.",
                "0:2",
                0,
            ),
            (
                "Die 190 Meter lange Corvane hatte elf Minuten vor dem Aufprall einen Ausfall der Ruderanlage gemeldet.",
                "0:3",
                0,
            ),
            (
                "Am Samstag (21. November 2026) berichtete The Meridian Post, die Brücke bleibe mindestens drei Wochen gesperrt, während Taucher den beschädigten Pfeiler untersuchen.",
                "7:1",
                1,
            ),
            ("Die Fähren beförderten am Freitag 41.000 Fahrgäste, doppelt so viele wie sonst.", "7:3 2:1", 1),
            ("Die Ermittler haben den Fahrtenschreiber der Corvane geborgen.", "7:2", 1),
        ),
        insight_title="Was feststeht und was offen ist",
        insight=(
            ("Sieben Medien in fünf Sprachen berichten über den Unfall.", "", False),
            (
                "The Meridian Post nennt 14 Menschen im Krankenhaus, 한빛일보 und 青葉新聞 nennen 17.",
                "0:2 1:2 4:2",
                False,
            ),
            ("Da die 14 als vorläufig galt, dürfte die spätere 17 der endgültigen Zahl näher kommen.", "0:4 1:2", True),
            ("Keine Quelle sagt, wer am Ruder stand, als die Anlage ausfiel.", "7:4", False),
        ),
        tags=(
            ("Port Meridia", "port-meridia"),
            ("Solveig-Brücke", "solveig-bruecke"),
            ("Ida Brandt", "ida-brandt"),
            ("Schifffahrt", "schifffahrt"),
        ),
        changes=(
            "Laut der Hafenkapitänin bleibt die Brücke mindestens drei Wochen gesperrt.",
            "Die Zahl der Fährgäste kam hinzu.",
        ),
        correction=(
            "Es hieß, 16 Menschen seien ins Krankenhaus gebracht worden.",
            "Die Medien nennen 14 oder 17.",
            "Die Zahlen zweier Medien waren vermischt worden.",
        ),
        verdicts=(
            ("citations", Outcome.PASS, "", "Jeder Satz hat einen Beleg."),
            ("figures", Outcome.PASS, "body.1", "14 steht im Beleg."),
            (
                "figures",
                Outcome.WARN,
                "dek.1",
                "Die Quellen nennen verschiedene Zahlen (14, 17); beide sind angegeben.",
            ),
            ("quotations", Outcome.PASS, "body.0", "Das Zitat ist wörtlich."),
            ("rights", Outcome.PASS, "", "Was zitiert wird, bleibt in den Grenzen."),
        ),
        label="ins Krankenhaus gebracht",
        more=(
            (
                "Bau am Unterseetunnel nach Naru geht weiter, Eröffnung für 2028 geplant",
                "Die Stadt Naru hat die Arbeiten nach zehn Monaten Pause wieder aufgenommen.",
            ),
            (
                "Belonische Zentralbank senkt den Leitzins um einen Viertelpunkt",
                "Die Bank senkte ihren Leitzins auf 3,00 Prozent, wie zwei Medien berichten.",
            ),
            (
                "60.000 Jahre alte Steinwerkzeuge auf der Karona-Hochebene entdeckt",
                "Ein internationales Team meldete einen Fund von 340 Werkzeugen.",
            ),
            ("Libeck schlägt Nordal in der Verlängerung und steht im Finale", "Libeck gewann 2:1 nach Verlängerung."),
            (
                "Hochwasserwarnung an der Onder aufgehoben, 2.300 Menschen kehren heim",
                "Der Fluss fiel unter die Gefahrenmarke, teilte die Behörde mit.",
            ),
            (
                "Neuer Grippeimpfstoff senkt Klinikaufenthalte Älterer um 40 Prozent",
                "Das belonische Gesundheitsinstitut begleitete 120.000 Menschen.",
            ),
            (
                "Astertheater öffnet nach neun Jahren Sanierung wieder",
                "Das Haus von 1911 trägt wieder seine ersten Farben.",
            ),
            ("Fährleute in Port Meridia nehmen Tarifangebot an", "Die Gewerkschaft stimmte 4,2 Prozent zu."),
        ),
    ),
    "ja": Text(
        headline=("貨物船が衝突したソルベイグ橋、少なくとも3週間の通行止め", "4:4"),
        dek=(
            ("ポートメリディアのソルベイグ橋に貨物船が衝突し、橋は全面通行止めになったと青葉新聞が伝えた。", "4:1"),
            ("搬送された人の数は、媒体により14人と17人に分かれている。", "4:2 0:2"),
        ),
        body=(
            (
                "青葉新聞は「ポートメリディアのソルベイグ橋の橋脚に20日（2026年11月20日）未明、貨物船コルベインが衝突し、橋は全面通行止めとなった」と報じた。",
                "4:1",
                0,
            ),
            ("地元消防は橋の上にいた17人が病院に運ばれ、命に別状はないと発表した。", "4:2", 0),
            ("港湾当局によると、船は衝突の11分前に操舵の異常を通報していた。", "4:3 0:3", 0),
            ("イダ・ブラント港湾長は、通行再開まで少なくとも3週間かかるとの見通しを示した。", "4:4 7:1", 1),
        ),
        insight_title="分かったことと、残ること",
        insight=(
            ("五つの言語の7社がこの事故を報じている。", "", False),
            ("The Meridian Postは14人、青葉新聞は17人が搬送されたと報じた。", "0:2 4:2", False),
            ("14人は暫定値とされたため、後に出た17人のほうが最終的な数に近い可能性がある。", "0:4 4:2", True),
            ("操舵の異常が起きたとき誰が舵を取っていたかは、どの媒体も明らかにしていない。", "7:4", False),
        ),
        tags=(
            ("ポートメリディア", "port-meridia"),
            ("ソルベイグ橋", "solveig-bridge"),
            ("イダ・ブラント", "ida-brandt"),
            ("海運", "shipping"),
        ),
        changes=("少なくとも3週間の通行止めになるとの港湾長の見通しが加わった。",),
        correction=("16人が搬送されたと書いた。", "媒体により14人または17人である。", "二つの媒体の数字を取り違えた。"),
        verdicts=(
            ("citations", Outcome.PASS, "", "すべての文に根拠がある。"),
            ("figures", Outcome.PASS, "body.1", "17が根拠にある。"),
            ("quotations", Outcome.PASS, "body.0", "引用は原文と一字まで同じである。"),
            ("rights", Outcome.PASS, "", "引用の量は限度内にある。"),
        ),
        label="搬送された人",
        more=(
            ("ナル島海底トンネル、工事再開　2028年開通目指す", "ナル市は10か月ぶりに工事を再開した。"),
            ("ベロニア中央銀行、政策金利を0.25ポイント引き下げ", "政策金利は年3.00%になったと2社が伝えた。"),
            ("カロナ高原で6万年前の石器340点", "国際調査団が発掘の成果を発表した。"),
            ("リベック、延長の末にノルダルを破り決勝へ", "リベックが2対1で勝った。"),
            ("オンデル川の洪水警報を解除、2300人が帰宅", "川の水位は危険水位を下回った。"),
            ("新しいインフルエンザワクチン、高齢者の入院を4割減", "ベロニア保健院が12万人を追跡した。"),
            ("アステル劇場、9年ぶりに再開", "1911年の劇場が当時の色を取り戻した。"),
            ("ポートメリディアの渡船労組、賃上げで妥結", "労組は4.2%の賃上げ案を受け入れた。"),
        ),
    ),
}
