/* Puts an e-mail address together that robots should not find in the page (J25). Without JavaScript the page
   says its parts in words. */

export default class HiddenEmail {
  constructor(place) {
    place.textContent = [place.dataset.user, place.dataset.domain].join("@");
  }
}
