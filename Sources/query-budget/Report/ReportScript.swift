/// The script of the page: it filters and sorts what is there already, and asks nobody for more.
///
/// `#q=author&only=growing&sort=name` in the address is a link to what it shows.
enum ReportScript {
  /// CDATA for readers of XML, a comment for the script.
  static let text = """
    /*<![CDATA[*/
    (function () {
      'use strict';
      var byId = function (id) { return document.getElementById(id); };
      var list = byId('measurements');
      var items = Array.prototype.slice.call(list.querySelectorAll('.m'));
      var find = byId('find'), only = byId('only'), sort = byId('sort');
      var ranks = new Map(), texts = new Map();
      items.forEach(function (item, rank) { ranks.set(item, rank); });

      function text(item) {
        if (!texts.has(item)) {
          var parts = item.querySelectorAll('.name, .path, .law, .place, .sql');
          texts.set(item, Array.prototype.map.call(parts, function (part) {
            return part.textContent;
          }).join('\\n').toLowerCase());
        }
        return texts.get(item);
      }
      function number(item, key) { return Number(item.dataset[key]); }
      function name(item) { return item.querySelector('.name').textContent; }
      var collator = new Intl.Collator('en', { numeric: true });
      var orders = {
        name: function (a, b) { return collator.compare(name(a), name(b)); },
        queries: function (a, b) { return number(b, 'queries') - number(a, 'queries'); },
        growth: function (a, b) { return number(b, 'growth') - number(a, 'growth'); }
      };

      function filter() {
        var words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var shown = 0;
        items.forEach(function (item) {
          var fits = (only.value === '' || item.dataset.flags.split(' ').includes(only.value)) &&
            words.every(function (word) { return text(item).includes(word); });
          item.hidden = !fits;
          if (fits) { shown += 1; }
        });
        byId('shown').textContent = shown === items.length
          ? items.length + (items.length === 1 ? ' measurement' : ' measurements')
          : shown + ' of ' + items.length + ' measurements';
        byId('nothing').hidden = shown > 0 || items.length === 0;
      }
      function arrange() {
        var order = Object.prototype.hasOwnProperty.call(orders, sort.value)
          ? orders[sort.value] : function () { return 0; };
        var sorted = items.slice().sort(function (a, b) {
          return order(a, b) || ranks.get(a) - ranks.get(b);
        });
        var all = document.createDocumentFragment();
        sorted.forEach(function (item) { all.appendChild(item); });
        list.appendChild(all);
      }
      function choose(select, value) {
        select.value = value;
        if (select.selectedIndex < 0) { select.value = ''; }
      }
      function remember() {
        var words = new URLSearchParams();
        if (find.value) { words.set('q', find.value); }
        if (only.value) { words.set('only', only.value); }
        if (sort.value) { words.set('sort', sort.value); }
        // Some browsers refuse it to a page that was opened from a file.
        try { history.replaceState(null, '', '#' + words.toString()); } catch (error) { }
      }
      function follow() {
        var hash = location.hash.slice(1);
        var isLink = hash !== '' && !hash.includes('=');
        var words = new URLSearchParams(isLink ? '' : hash);
        find.value = words.get('q') || '';
        choose(only, words.get('only') || '');
        choose(sort, words.get('sort') || '');
        arrange();
        filter();
        var target = isLink && byId(hash);
        if (target && target.classList.contains('m')) {
          target.open = true;
          target.scrollIntoView();
        }
      }
      function openAll(isOpen) {
        items.forEach(function (item) { if (!item.hidden) { item.open = isOpen; } });
      }

      var waiting = 0;
      find.addEventListener('input', function () {
        clearTimeout(waiting);
        waiting = setTimeout(function () { filter(); remember(); }, 120);
      });
      only.addEventListener('change', function () { filter(); remember(); });
      sort.addEventListener('change', function () { arrange(); remember(); });
      byId('open').addEventListener('click', function () { openAll(true); });
      byId('close').addEventListener('click', function () { openAll(false); });
      byId('controls').addEventListener('submit', function (event) { event.preventDefault(); });
      window.addEventListener('hashchange', follow);
      // What is closed would not be printed.
      window.addEventListener('beforeprint', function () {
        list.querySelectorAll('details').forEach(function (part) {
          if (!part.open) { part.open = true; part.dataset.closed = '1'; }
        });
      });
      window.addEventListener('afterprint', function () {
        list.querySelectorAll('details[data-closed]').forEach(function (part) {
          part.open = false;
          delete part.dataset.closed;
        });
      });
      byId('controls').hidden = items.length === 0;
      follow();
    }());
    /*]]>*/
    """
}
