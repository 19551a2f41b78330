/* global window */
/* Runs before everything else and in every browser ever made, so it is ES5. String.replaceAll (Chromium 85,
   Safari 13.1, Firefox 77) and BigInt (Safari 14) stand nearest to the floor of Chromium 86, Safari 14, Firefox 78;
   below it the help page is shown. */
(function () {
  if (!''.replaceAll || typeof BigInt === 'undefined') {
    window.location.replace('/unsupported.html');
  }
})();
