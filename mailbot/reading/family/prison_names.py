"""The prisons and young offender institutions of England and Wales (and the large ones of Scotland and Northern
Ireland), with the names people use for them. Closed ones keep their name; joined or renamed ones have the present one.
"""

from __future__ import annotations

# Names that say a prison by themselves.
PLAIN_NAMES = (
    "Addiewell, Altcourse, Ashfield, Askham Grange, Aylesbury, Barlinnie, Belmarsh, Berwyn, Brinsford, Brixton, "
    "Bronzefield, Buckley Hall, Bullingdon, Bure, Channings Wood, Coldingley, Cookham Wood, Cornton Vale, Dartmoor, "
    "Deerbolt, Doncaster, Dovegate, Downview, Drake Hall, East Sutton Park, Eastwood Park, Elmley, Erlestoke, "
    "Featherstone, Feltham, Five Wells, Forest Bank, Fosse Way, Foston Hall, Frankland, Full Sutton, Garth, "
    "Gartree, Glenochil, Grendon, Guys Marsh, Hatfield, Haverigg, Hewell, High Down, Highpoint, Hindley, Hollesley "
    "Bay, Holme House, Humber, Huntercombe, Hydebank Wood, Isis, Isle of Wight, Kirkham, Kirklevington Grange, "
    "Lancaster Farms, Leyhill, Lindholme, Littlehey, Long Lartin, Low Moss, Low Newton, Lowdham Grange, Maghaberry, "
    "Magilligan, Maidstone, Millsike, Moorland, Morton Hall, New Hall, North Sea Camp, Northumberland, Nottingham, "
    "Oakwood, Onley, Parc, Pentonville, Peterborough, Polmont, Portland, Prescoed, Ranby, Risley, Rye Hill, Shotts, "
    "Spring Hill, Standford Hill, Stocken, Stoke Heath, Styal, Sudbury, Swaleside, Swinfen Hall, Thameside, The "
    "Mount, The Verne, Thorn Cross, Usk, Wakefield, Wandsworth, Warren Hill, Wayland, Wealstun, Werrington, "
    "Wetherby, Whatton, Whitemoor, Woodhill, Wormwood Scrubs, Wymott, Blantyre House, Blundeston, Bullwood Hall, "
    "Latchmere House, Lancaster Castle, Shepton Mallet, Wellingborough, Holloway, Greenock, Kilmarnock, Dumfries, "
    "Castle Huntly"
)
# Towns, counties and common words, which count only where somebody is in, at, from, to it.
TOWNS = (
    "Ashfield, Aylesbury, Bedford, Birmingham, Bristol, Brixton, Canterbury, Cardiff, Chelmsford, Doncaster, "
    "Dorchester, Dumfries, Dundee, Durham, Edinburgh, Exeter, Ford, Gloucester, Greenock, Hatfield, Hindley, "
    "Holloway, Hull, Humber, Inverness, Isle of Wight, Kilmarnock, Kirkham, Leeds, Leicester, Lewes, Lincoln, "
    "Liverpool, Maidstone, Manchester, New Hall, Northallerton, Northumberland, Norwich, Nottingham, Oakwood, Parc, "
    "Perth, Peterborough, Portland, Preston, Reading, Risley, Rochester, Send, Shepton Mallet, Shrewsbury, Spring "
    "Hill, Stafford, Stirling, Sudbury, Swansea, Wakefield, Wandsworth, Wellingborough, Wetherby, Winchester"
)
# Words people use, and the present name.
ALIASES = {
    "abertawe": "Swansea", "acklington": "Northumberland", "agecroft": "Forest Bank", "albany": "Isle of Wight",
    "armley": "Leeds", "askham": "Askham Grange", "bar l": "Barlinnie", "belmarch": "Belmarsh",
    "bellmarsh": "Belmarsh", "blakenhurst": "Hewell", "bridgend prison": "Parc", "bristol prison": "Bristol",
    "brockhill": "Hewell", "bronzfield": "Bronzefield", "brynbuga": "Usk", "bullington": "Bullingdon",
    "caerdydd": "Cardiff", "camp hill": "Isle of Wight", "castington": "Northumberland",
    "channing wood": "Channings Wood", "cookham": "Cookham Wood", "doncatraz": "Doncaster",
    "east sutton": "East Sutton Park", "eastchurch": "Standford Hill", "edmunds hill": "Highpoint",
    "everthorpe": "Humber", "forestbank": "Forest Bank", "gaerdydd": "Cardiff", "glen parva": "Fosse Way",
    "guy's marsh": "Guys Marsh", "guysmarsh": "Guys Marsh", "haverig": "Haverigg", "hedon road": "Hull",
    "hellmarsh": "Belmarsh", "hewel": "Hewell", "highdown": "High Down", "high point": "Highpoint",
    "hollesley": "Hollesley Bay", "holmehouse": "Holme House", "horfield": "Bristol",
    "kirk lev": "Kirklevington Grange", "kirklevington": "Kirklevington Grange", "lancs farms": "Lancaster Farms",
    "lartin": "Long Lartin", "lindhome": "Lindholme", "little hey": "Littlehey", "lowdham": "Lowdham Grange",
    "lownewton": "Low Newton", "monster mansion": "Wakefield", "moorlands": "Moorland", "mount": "The Mount",
    "nghaerdydd": "Cardiff", "parkhurst": "Isle of Wight", "pentonvile": "Pentonville", "saughton": "Edinburgh",
    "scrubs": "Wormwood Scrubs", "sheppey": "Elmley", "springhill": "Spring Hill",
    "stanford hill": "Standford Hill", "strangeways": "Manchester", "swalesyde": "Swaleside",
    "the scrubs": "Wormwood Scrubs", "the ville": "Pentonville", "thorncross": "Thorn Cross", "verne": "The Verne",
    "walton": "Liverpool", "wanno": "Wandsworth", "wansworth": "Wandsworth", "welford road": "Leicester",
    "wealston": "Wealstun", "winson green": "Birmingham", "wolds": "Humber", "wormwood": "Wormwood Scrubs",
    "wrexham prison": "Berwyn", "y berwyn": "Berwyn", "y parc": "Parc",
}  # fmt: skip
# Those of them that also are a town or a common word.
_TOWNS_BY_ALIAS = (
    "abertawe, acklington, albany, askham, brockhill, caerdydd, camp hill, castington, cookham, east sutton, "
    "eastchurch, everthorpe, gaerdydd, hedon road, high point, hollesley, horfield, kirklevington, lowdham, "
    "moorlands, mount, nghaerdydd, scrubs, sheppey, springhill, verne, walton, welford road, wolds, wormwood"
)
TOWNS_BY_ALIAS = frozenset(_TOWNS_BY_ALIAS.split(", "))
YOUNG = frozenset(["Feltham", "Wetherby"])  # "HMYOI", as samples/README.md has it
